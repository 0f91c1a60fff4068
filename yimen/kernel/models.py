"""Editions, the one way to write a row that others may be writing too, and a number that no index is used for."""

import secrets
from typing import Any, Self

from django.db import connection, models
from django.db.models import BigIntegerField, Expression, ExpressionWrapper, F

from yimen.kernel.verdict import Refused, gettext_noop

JUST_CHANGED = gettext_noop("Somebody has just changed this. Please look again; what you typed is still here.")


class Edition(models.Model):
    """The mark of a set of reference data (areas, offices, categories, calendar) as it stands now.

    Each process keeps such data in memory and looks here, once a request, whether it is still true. The number
    is random, not counted up: one that was rolled back must never come again with other data behind it.
    """

    name = models.CharField(max_length=32, primary_key=True)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


def editions() -> dict[str, int]:
    """All editions by name, in one statement. Every page begins with it: plain SQL takes an eighth of the time."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, number FROM {Edition._meta.db_table}")  # noqa: S608, SLF001 – our own name
        return dict(cursor.fetchall())


def new_edition(name: str) -> None:
    """Tell every process that this reference data has changed."""
    Edition.objects.update_or_create(name=name, defaults={"number": secrets.randbits(62)})


class Own(models.Model):
    """A cell of reference data that the town has set itself, and what its pack says there. No pack overwrites it."""

    table = models.CharField(max_length=32)  # "routing.Category"
    row = models.CharField(max_length=64)  # by the words of a pack's report: "urban.lighting", "case-received bo"
    field = models.CharField(max_length=32, blank=True)  # empty: the whole row is the town's own
    packs = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row", "field"], name="own_once_per_cell")]

    def __str__(self) -> str:
        return f"{self.table} {self.row} {self.field}"


class Chore(models.Model):
    """When a line of the schedule is next due, and until when a worker that took it may be busy with it."""

    name = models.CharField(max_length=48, primary_key=True)
    due_at = models.DateTimeField()
    taken_until = models.DateTimeField(null=True)  # a worker that dies lets go of it then

    def __str__(self) -> str:
        return f"{self.name} {self.due_at}"


class VersionedQuerySet(models.QuerySet[Any]):
    """A table whose rows two hands may want at the same time."""

    def change(self, row: "Versioned", **fields: object) -> None:
        """Write these fields, unless somebody changed the row since it was read: one winner, on any database."""
        unchanged = self.filter(pk=row.pk, version=row.version)
        if not unchanged.update(**fields, version=row.version + 1):
            raise Refused(JUST_CHANGED)
        for name, value in fields.items():
            setattr(row, name, value)
        row.version += 1


class Versioned(models.Model):
    """A row with a version that every change raises by one."""

    version = models.PositiveIntegerField(default=1)
    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_at(self, version: int) -> Self:
        """This row, to be written only if it still is as the person saw it on their page."""
        self.version = version
        return self


def without_index(column: str) -> Expression:
    """The same number, by which no database looks a row up: ``+ 0`` keeps it from an index that would be slower."""
    return ExpressionWrapper(F(column) + 0, BigIntegerField())
