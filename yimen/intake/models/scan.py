"""A letter on paper that a clerk brings in, page by page, until it is a case."""

from django.db import models
from django.db.models import Q

from yimen.intake.channels.letter.rules import Reading
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField


class Scan(Versioned):
    """The letter. It is gone as soon as it is a case: then its pages stand there as one file."""

    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # where it came
    post = models.ForeignKey("people.Post", models.PROTECT, db_index=False, related_name="+")  # has it in hand
    at = models.DateTimeField()  # when its first page was brought in
    language = models.CharField(max_length=10)  # that it is written in, as far as the clerk can see
    mark = models.BinaryField(max_length=32, unique=True)  # keyed, of the form that began it: sent twice, it is one

    class Meta:
        indexes = [models.Index(fields=["office", "id"], name="scan_by_office")]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal, files and looks refer to it."""
        return f"scan:{self.pk}"


class Sheet(models.Model):
    """One page of it: a picture, and what a program made of the writing."""

    scan = models.ForeignKey(Scan, models.CASCADE, db_index=False, related_name="sheets")
    position = (
        models.PositiveSmallIntegerField()
    )  # from 1; two pages never change places but under the letter's version
    file = models.BigIntegerField()  # the picture, among the files of the letter
    turn = models.PositiveSmallIntegerField(default=0)  # quarters clockwise, by the clerk
    skew = models.FloatField(null=True)  # degrees, counter-clockwise, that straighten it; empty: nobody has measured
    state = models.CharField(max_length=8, choices=[(r.value, r.value) for r in Reading], default=Reading.WAITING)
    text = SealedField(default="", blank=True)  # as a program read it: a typing aid, and nothing more
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)  # when it is read (again); nothing once it does not wait any more

    class Meta:
        indexes = [
            models.Index(fields=["scan", "position", "id"], name="sheet_in_order"),
            models.Index(fields=["next_at", "id"], name="sheet_to_read", condition=Q(next_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", next_at__isnull=False) | (~Q(state="waiting") & Q(next_at__isnull=True)),
                name="sheet_that_waits_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scan_id}/{self.position}"
