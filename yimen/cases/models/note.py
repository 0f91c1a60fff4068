"""What colleagues write to each other on a case."""

from django.db import models

from yimen.cases.models.case import Case
from yimen.kernel.seal import SealedField


class Note(models.Model):
    """For whoever handles the case, now or later. Its resident reads when it was written and by which office."""

    case = models.ForeignKey(Case, models.CASCADE, db_index=False, related_name="notes")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")
    text = SealedField(default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="note_by_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.pk}"
