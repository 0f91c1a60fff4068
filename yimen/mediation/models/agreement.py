"""The agreement, who has signed it, and what was promised."""

from django.db import models
from django.db.models import Q

from yimen.kernel.models import Versioned
from yimen.mediation.agreements.rules import Drafted, How, Kept
from yimen.mediation.models.mediation import Mediation


class Agreement(Versioned):
    """One version of the text. Another one replaces it; nothing is written over."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="agreements")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Drafted])
    text = models.BinaryField()  # sealed with the key of the joint room
    in_force_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mediation"], condition=Q(state__in=["draft", "fixed", "in_force"]), name="agreement_one_counts"
            ),
            models.CheckConstraint(
                condition=Q(state="in_force", in_force_at__isnull=False)
                | (~Q(state="in_force") & Q(in_force_at__isnull=True)),
                name="agreement_in_force_since",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.state}"


class Signature(models.Model):
    """Who has signed, when and how; the name and the hash of the exact text are sealed."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatures")
    who = models.CharField(max_length=10)  # "side-1", "mediator", "committee"
    at = models.DateTimeField()
    how = models.CharField(max_length=8, choices=[(one.value, one.value) for one in How])
    by = models.CharField(max_length=32)
    words = models.BinaryField(default=b"")
    scan = models.BinaryField(default=b"")  # of a signature on paper, sealed with the key of the joint room

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "who"], name="signature_once")]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.who}"


class Undertaking(Versioned):
    """That something was promised for a day; what it is stands in the agreement."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="undertakings")
    place = models.PositiveSmallIntegerField()  # its place in the agreement, from 0
    side = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    kept = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Kept], blank=True)
    followed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "place"], name="undertaking_once")]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.place}"
