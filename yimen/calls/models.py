"""Who wants to be called back, which telephone of the desk is in a call now, and how long calls take in all."""

from django.db import models
from django.db.models import Q

from yimen.calls.rules import Call
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField


class Wish(Versioned):
    """Somebody asked to be called back. The number is here only for that, and only until it is over."""

    desk = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # who calls
    language = models.CharField(max_length=10)
    phone = SealedField(default="", blank=True)  # overwritten as soon as it is over
    about = SealedField(default="", blank=True)  # so too
    since_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Call], default=Call.WAITING)
    over_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["desk", "state", "id"], name="wish_of_desk"),
            models.Index(fields=["state", "since_at"], name="wish_by_age"),
            models.Index(fields=["over_at"], name="wish_over", condition=Q(over_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", over_at__isnull=True) | (~Q(state="waiting") & Q(over_at__isnull=False)),
                name="wish_over_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def ref(self) -> str:
        """How the journal and looks refer to it."""
        return f"wish:{self.pk}"


class Attempt(models.Model):
    """One time that somebody was called back, or should have been."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)  # the post
    outcome = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Call])

    def __str__(self) -> str:
        return f"{self.wish_id} {self.outcome}"


class Ring(models.Model):
    """A call at a telephone of the desk, as the exchange tells it: when, never who. It is forgotten the next day."""

    call_hash = models.BinaryField(max_length=32, unique=True)
    line = models.CharField(max_length=32)
    rang_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["line", "id"], name="ring_at_line"),
            models.Index(fields=["rang_at"], name="ring_by_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=models.F("rang_at")),
                name="ring_answered_after_it_rang",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.rang_at}"


class CallMonth(models.Model):
    """How many calls a centre took in a month, and how many minutes in all: for staffing it. No call by itself."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    month = models.DateField()  # its first day
    calls = models.PositiveIntegerField(default=0)
    minutes = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "month"], name="call_month_once")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.month}"
