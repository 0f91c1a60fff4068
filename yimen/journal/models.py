"""The journal's one table."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """One thing that happened, told in codes and references, never in names or free text."""

    at = models.DateTimeField()
    code = models.CharField(max_length=48)  # "case.submitted"
    subject = models.CharField(max_length=32)  # "case:48213"
    by = models.CharField(max_length=32)  # "resident", "post:12", "clock"
    facts = models.JSONField(default=dict)
    settled = models.BooleanField(default=False)  # its reactions are done

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="entry_by_subject"),
            models.Index(fields=["id"], name="entry_unsettled", condition=Q(settled=False)),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"


class Unfinished(models.Model):
    """A reaction that failed, and when it is tried again. The entry itself is settled: nothing waits behind it."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="unfinished")
    reaction = models.CharField(max_length=120)  # the function's name, as in reactions.py
    tries = models.PositiveSmallIntegerField(default=1)
    next_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "reaction"], name="unfinished_reaction_once_per_entry")]

    def __str__(self) -> str:
        return f"{self.reaction} {self.entry_id}"
