"""When all meet, and what they propose to each other."""

from django.db import models

from yimen.kernel.models import Versioned
from yimen.mediation.models.mediation import Mediation
from yimen.mediation.sittings.rules import Form, Offered, Planned


class Sitting(Versioned):
    """A session. Where it is stands sealed; when, because the calendar needs it, does not."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="sittings")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    form = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Form])
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Planned])
    alone = models.PositiveSmallIntegerField(default=0)  # with this side alone (caucus); 0: with all
    held_at = models.DateTimeField(null=True)  # when it was written down: the record is the entry of this moment
    where = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.begins_at}"


class Proposal(Versioned):
    """What one side, or the mediator, proposes to all."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="proposals")
    at = models.DateTimeField()
    by_side = models.PositiveSmallIntegerField()  # 0: the mediator
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Offered])
    accepted = models.JSONField(default=list)  # numbers of the sides that have said yes
    words = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.by_side} {self.state}"


class OfferedTime(models.Model):
    """A time for a session that the mediator offers to all. Gone as soon as a session with all is planned."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="times")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Form])
    where = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mediation", "begins_at"], name="time_offered_once")]

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.begins_at}"


class TimeAnswer(models.Model):
    """Whether an offered time suits a side, sealed with the key of its own room: no other side can read it."""

    time = models.ForeignKey(OfferedTime, models.CASCADE, related_name="answers")
    side = models.PositiveSmallIntegerField()
    suits = models.BinaryField()  # yes or no

    class Meta:
        constraints = [models.UniqueConstraint(fields=["time", "side"], name="time_answered_once_by_a_side")]

    def __str__(self) -> str:
        return f"{self.time_id} {self.side}"
