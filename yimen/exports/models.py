"""Requests to take cases out in a file. The file itself is never kept."""

from django.db import models
from django.db.models import F, Q

from yimen.exports.rules import Stage
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField


class Export(Versioned):
    """Somebody asks to take cases of their office out; another person agrees or refuses."""

    at = models.DateTimeField()
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    staff = models.ForeignKey("people.Staff", models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=32)  # of privacy.rules.TAKING_OUT
    why = SealedField()  # for the second person, in words
    with_contacts = models.BooleanField(default=False)
    cases = models.JSONField(default=list)  # their numbers
    stage = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Stage], default=Stage.ASKED)
    decided_by = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey("people.Staff", models.PROTECT, null=True, related_name="+")
    answer = SealedField(default="", blank=True)  # why it was refused
    until = models.DateTimeField(null=True)  # when an agreed one runs out

    class Meta:
        indexes = [models.Index(fields=["office", "-id"], name="export_by_office")]
        constraints = [
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("staff")), name="export_has_two_persons"
            ),
            models.CheckConstraint(
                condition=Q(stage="asked") | Q(second__isnull=False), name="export_is_decided_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.stage}"

    @property
    def ref(self) -> str:
        """How the journal refers to it."""
        return f"export:{self.pk}"
