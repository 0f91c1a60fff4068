"""Who holds a receipt of a case besides whoever brought it."""

from django.db import models
from django.db.models import Q

from yimen.cases.joint.rules import Held, Holding
from yimen.cases.models.case import Case
from yimen.cases.models.choices import choices_of
from yimen.cases.rules import Way
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField


class Holder(Versioned):
    """One who stands in a case with whoever brought it, or helped to bring it; before that, an invitation.

    No name: they are told from each other by nothing but their receipts. What reaches one of them reaches no other.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="holders")
    kind = models.CharField(max_length=16, choices=choices_of(Holding))
    state = models.CharField(max_length=8, choices=choices_of(Held))
    at = models.DateTimeField()
    invitation_hash = models.BinaryField(max_length=32, null=True, unique=True)  # until it is taken
    receipt_hash = models.BinaryField(max_length=32, null=True, unique=True)  # as long as it opens the case
    language = models.CharField(max_length=10, blank=True)
    tell = models.CharField(max_length=8, choices=choices_of(Way), default=Way.HERE)
    email = SealedField(default="", blank=True)
    phone = SealedField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="invited", invitation_hash__isnull=False, receipt_hash__isnull=True)
                | Q(state="stands", invitation_hash__isnull=True, receipt_hash__isnull=False)
                | Q(state="ended", invitation_hash__isnull=True, receipt_hash__isnull=True),
                name="holder_has_an_invitation_or_a_receipt",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(kind="helper", state="stands"), name="holder_one_helper"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How their letters refer to them."""
        return f"holder:{self.pk}"
