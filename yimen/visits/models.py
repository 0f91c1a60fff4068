"""The tables of a centre's queue. No column of them is about a person."""

from django.db import models
from django.db.models import F, Q

from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField
from yimen.visits.booked.rules import Booked
from yimen.visits.rules import Queued


class Errand(models.Model):
    """What residents come to a centre for."""

    office = models.ForeignKey("people.Office", models.CASCADE, related_name="+")
    letter = models.CharField(max_length=1)
    names = models.JSONField(default=dict)
    minutes = models.PositiveSmallIntegerField(default=15)
    counters = models.JSONField(default=list)  # numbers; empty: all
    at_once = models.PositiveSmallIntegerField(default=1)  # so many can book the same time; 0: no bookings
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "letter"], name="errand_letter_once_per_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.letter}"


class Roll(models.Model):
    """How many numbers of a letter a centre has given on a day: the next one is one more."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    on = models.DateField()
    letter = models.CharField(max_length=1)
    given = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "on", "letter"], name="roll_once_per_day")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.on} {self.letter}{self.given}"


class Ticket(Versioned):
    """A number in the queue of one centre, for one day. Nobody knows whose it is."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    on = models.DateField()
    letter = models.CharField(max_length=1)
    number = models.PositiveIntegerField()
    key_hash = models.BinaryField(max_length=32, unique=True)  # of the link that opens it; the link is not stored
    language = models.CharField(max_length=10)  # of the person, so that the counter can call for an interpreter
    state = models.CharField(max_length=8, choices=[(q.value, q.value) for q in Queued], default=Queued.WAITING)
    counter = models.PositiveSmallIntegerField(null=True)  # where it was called last
    only_counter = models.PositiveSmallIntegerField(null=True)  # sent on: this one calls it, whatever it is for
    taken_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    calls = models.PositiveSmallIntegerField(default=0)
    waited = models.PositiveIntegerField(null=True)  # seconds until it was first called
    served = models.PositiveIntegerField(default=0)  # seconds at counters

    class Meta:
        indexes = [
            models.Index(fields=["office", "on", "state", "id"], name="ticket_of_day"),
            models.Index(fields=["on"], name="ticket_to_forget"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["office", "on", "letter", "number"], name="ticket_number_once_a_day"),
            models.UniqueConstraint(
                fields=["office", "on", "counter"], condition=Q(state="called"), name="ticket_one_at_a_counter"
            ),
            models.CheckConstraint(
                condition=~Q(state="called") | Q(counter__isnull=False, called_at__isnull=False),
                name="ticket_called_has_its_counter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.letter}{self.number:03}"

    @property
    def ref(self) -> str:
        """How the journal refers to it."""
        return f"ticket:{self.pk}"


class CentreDay(models.Model):
    """What one day of a centre's queue came to: all that is left of its tickets."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    on = models.DateField()
    given = models.PositiveIntegerField(default=0)
    called = models.PositiveIntegerField(default=0)
    missed = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    waited = models.PositiveBigIntegerField(default=0)  # seconds, of all that were called
    served = models.PositiveBigIntegerField(default=0)  # seconds, of all that were called
    waited_long = models.PositiveIntegerField(default=0)  # those of them that waited longer than half an hour

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "on"], name="centre_day_once"),
            models.CheckConstraint(condition=Q(called__lte=F("given")), name="centre_day_calls_what_it_gave"),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.on}"


class VisitMonth(models.Model):
    """Of the cases that residents brought to a centre in person in a month: how many, and for how many they came again.

    The goal is at most once. It is the centre's figure; no case and no person is in it.
    """

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    month = models.DateField()  # its first day
    first = models.PositiveIntegerField(default=0)  # cases for which somebody came the first time
    again = models.PositiveIntegerField(default=0)  # cases for which somebody came a second time

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "month"], name="visit_month_once")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.month}"


class Booking(Versioned):
    """A time at a centre that somebody has taken. There is no name in it."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    letter = models.CharField(max_length=1)  # of the errand
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    lane = models.PositiveSmallIntegerField()  # which of those that the centre receives at once
    state = models.CharField(max_length=10, choices=[(b.value, b.value) for b in Booked], default=Booked.BOOKED)
    language = models.CharField(max_length=10)
    receipt_hash = models.BinaryField(max_length=32, unique=True)
    case = models.ForeignKey("cases.Case", models.CASCADE, null=True, related_name="+")  # that it is about, if any
    tell = models.CharField(max_length=8)
    address = SealedField(default="", blank=True)  # for the reminder; forgotten with the booking

    class Meta:
        indexes = [models.Index(fields=["office", "begins_at"], name="booking_of_centre")]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "letter", "begins_at", "lane"],
                condition=Q(state="booked"),
                name="booking_one_to_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal and letters refer to it."""
        return f"booking:{self.pk}"
