"""Looks at residents' data, and wrong guesses of receipts."""

from typing import Any, NoReturn

from django.db import models


class AppendOnly(models.QuerySet[Any]):
    """Rows may be added and read. Whoever wants to change or remove one finds no way here."""

    def _never(self, *_: object, **__: object) -> NoReturn:
        msg = "A look is never changed and never taken back."
        raise TypeError(msg)

    # _update and _raw_delete are what Model.save() and a deletion of related rows call.
    update = delete = bulk_update = update_or_create = _update = _raw_delete = _never


class Look(models.Model):
    """One look by staff at a resident's case. The resident reads these; nobody can take one back."""

    subject = models.CharField(max_length=32)
    at = models.DateTimeField()
    post = models.ForeignKey("people.Post", models.PROTECT)
    office = models.ForeignKey("people.Office", models.PROTECT)
    role = models.CharField(max_length=16)
    purpose = models.CharField(max_length=32)  # of rules.PURPOSES
    # Only of somebody who stands in: otherwise the appointment says whose look it was.
    stood_in = models.ForeignKey("people.Staff", models.PROTECT, null=True, related_name="+")

    objects = AppendOnly.as_manager()

    class Meta:
        base_manager_name = "objects"  # so that save() on a written row goes the same way, and fails
        indexes = [
            models.Index(fields=["subject", "id"], name="look_by_subject"),
            models.Index(fields=["at", "post", "subject"], name="look_by_time"),  # for what one post opens in an hour
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.role} {self.purpose}"

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Never."""
        msg = "A look is never taken back."
        raise TypeError(msg)


class Guess(models.Model):
    """How often a wrong receipt came from one address within one hour. The address is a keyed hash of the day."""

    address = models.BinaryField(max_length=16)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "address"], name="guess_counted_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour} {self.count}"


class Sending(models.Model):
    """How many new cases came from one connection within one hour. The address is a keyed hash of the day."""

    address = models.BinaryField(max_length=16)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "address"], name="sending_counted_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour} {self.count}"


class ManyLooks(models.Model):
    """One post opened unusually many cases within one hour. It watches staff's reading, and names no resident."""

    hour = models.DateTimeField()
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    cases = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "post"], name="many_looks_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour} {self.post_id} {self.cases}"
