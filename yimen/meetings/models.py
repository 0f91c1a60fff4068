"""The tables of calls. What is said in one lies here sealed and only until it ends; pictures and voices never do."""

from django.db import models

from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField
from yimen.meetings.rules import Say, Sitting


class Meeting(Versioned):
    """Where a call takes place. It knows by a reference what it is for, and nothing else about that."""

    subject = models.CharField(max_length=64)  # "centre:12"; whoever opened it knows what it means
    opened_at = models.DateTimeField()
    until = models.DateTimeField()  # over then, whoever forgot to end it
    ended_at = models.DateTimeField(null=True)
    mark = models.PositiveIntegerField(default=1)  # goes up with whatever all must hear of
    seats_given = models.PositiveSmallIntegerField(default=0)
    # Only through the town's own server, where it has one: nobody learns from which network another one speaks.
    is_hidden = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["ended_at", "until"], name="call_meeting_to_end")]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal refers to it."""
        return f"meeting:{self.pk}"


class Seat(Versioned):
    """One person's place in a meeting: one link, one browser at a time."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="seats", db_index=False)
    number = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=24)  # "resident", "clerk": what whoever opened the meeting calls it
    is_host = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Sitting], default=Sitting.INVITED)
    key_hash = models.BinaryField(max_length=32, unique=True)  # of the link, which itself is not stored
    is_held = models.BooleanField(default=False)  # was in, and was asked to wait before the door
    until = models.DateTimeField()
    browser_hash = models.BinaryField(max_length=32, default=b"")  # that holds the seat now
    page = models.CharField(max_length=24, default="", blank=True)  # drawn by the browser each time it opens the page
    moves = models.PositiveSmallIntegerField(default=0)  # how often another browser took the seat
    seen_at = models.DateTimeField(null=True)
    since = models.PositiveIntegerField(
        default=0
    )  # the meeting's mark when they were let in: lines before are not theirs
    told = models.PositiveIntegerField(default=0)  # signals sent to this seat
    heard = models.PositiveIntegerField(default=0)  # of which their browser has these

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="call_seat_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"


class Signal(models.Model):
    """What one browser says to another so that they find each other: addresses and codecs, for a few seconds."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+", db_index=False)  # to whom
    number = models.PositiveIntegerField()  # counted for each seat, under its row's lock: none is overtaken
    sent_by = models.PositiveSmallIntegerField()  # the number of the seat it comes from
    content = SealedField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "number"], name="call_signal_once")]

    def __str__(self) -> str:
        return f"{self.seat_id}/{self.number}"


class Line(models.Model):
    """What somebody typed: to the others, or as a caption of what is said."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField()  # the meeting's mark
    sent_by = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Say])
    words = SealedField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="call_line_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"


class Slide(models.Model):
    """A picture or a PDF that is shown to all in the call, cleaned like any other file and sealed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField()  # the meeting's mark
    sent_by = models.PositiveSmallIntegerField()
    name = SealedField()
    type = models.CharField(max_length=32)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="call_slide_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"
