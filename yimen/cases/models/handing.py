"""A case on its way from one office to another."""

from django.db import models

from yimen.cases.models.case import Case


class Handing(models.Model):
    """A case handed from one office to another, and what became of an objection to it."""

    class State(models.TextChoices):
        STANDING = "standing"
        OBJECTED = "objected"
        UPHELD = "upheld"  # the superior: it stays where it was sent
        RETURNED = "returned"  # the superior: it goes back

    case = models.ForeignKey(Case, models.CASCADE, related_name="handings")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    from_office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    to_office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.STANDING)
    object_until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="handing_by_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.from_office_id}→{self.to_office_id}"
