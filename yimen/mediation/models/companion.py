"""Who comes with a side. Their name is sealed; their code is not stored."""

from django.db import models
from django.db.models import Q

from yimen.kernel.models import Versioned
from yimen.mediation.companions.rules import Joined, Role
from yimen.mediation.models.mediation import Side


class Companion(Versioned):
    """One person beside one side."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="companions")
    at = models.DateTimeField()
    role = models.CharField(max_length=14, choices=[(one.value, one.value) for one in Role])
    joined = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Joined])
    name = models.BinaryField()
    may_sign = models.BooleanField(default=False)  # for their side: a guardian, or a representative who was told so
    reads_own = models.BooleanField(default=False)  # what their side says to the mediator alone
    agreed = models.JSONField(default=list)  # numbers of the other sides that have said yes
    code_hash = models.BinaryField(max_length=32, null=True, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(joined="in", code_hash__isnull=False) | (~Q(joined="in") & Q(code_hash__isnull=True)),
                name="companion_in_has_a_code",
            )
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal refers to them, and for whom keys are wrapped."""
        return f"companion:{self.pk}"
