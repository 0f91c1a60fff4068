"""Limits, local days off, and the terms that run."""

from django.db import models
from django.db.models import Q

from yimen.kernel.models import Versioned


class Limit(models.Model):
    """How long an office may take for one step, and the law that says so. Data from a pack."""

    code = models.CharField(max_length=32, unique=True)  # "PET_HANDLE"
    names = models.JSONField(default=dict)
    length = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=2, choices=[("d", "days"), ("wd", "working days"), ("m", "months")])
    extra_length = models.PositiveSmallIntegerField(default=0)  # 0: no extension
    extra_unit = models.CharField(max_length=2, blank=True)
    law = models.CharField(max_length=200)  # "信访工作条例 art. 34"
    rolls = models.BooleanField(default=True)  # a last day that is a rest day moves on to the next day that is not

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(length__gt=0), name="limit_has_a_length")]

    def __str__(self) -> str:
        return self.code


class LocalDay(models.Model):
    """A day on which this town differs from the country's calendar: a local holiday, or a working day."""

    on = models.DateField(unique=True)
    works = models.BooleanField()
    names = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.on} {'works' if self.works else 'rests'}"


class CountryCalendar(models.Model):
    """The country whose public holidays the town keeps, and how far they are known. One row; data from a pack."""

    country = models.CharField(max_length=8, unique=True)  # of the calendar library: "CN"; empty for weekends alone
    known_until = models.DateField()  # the last day; beyond it a date is provisional

    def __str__(self) -> str:
        return f"{self.country} {self.known_until}"


class Recount(models.Model):
    """How far the open terms have been counted again after the calendar changed. One row, while there is work left."""

    mark = models.BigIntegerField()  # another one when it begins anew
    after = models.BigIntegerField()  # the last term that was counted
    counted = models.PositiveIntegerField()
    began_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.counted} since {self.began_at}"


class Term(Versioned):
    """One limit running for one subject, with the day it ends and why that day."""

    class State(models.TextChoices):
        RUNNING = "running"
        PAUSED = "paused"  # while it is the resident's turn, or a hearing is on, where the procedure says so
        MET = "met"
        STOPPED = "stopped"  # no longer needed: withdrawn, referred elsewhere

    subject = models.CharField(max_length=32)  # "case:48213"
    limit = models.ForeignKey(Limit, models.PROTECT)
    stage = models.CharField(max_length=8, default="handle")  # what it is for: "notice", "handle" or "object"
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    from_on = models.DateField()  # the day of the start, which is not counted
    due_on = models.DateField()  # the last day
    paused_on = models.DateField(null=True)
    pause_why = models.CharField(max_length=8, blank=True)  # of this pause: "hearing"; empty: the resident's turn
    paused_days = models.PositiveSmallIntegerField(default=0)
    is_extended = models.BooleanField(default=False)
    is_provisional = models.BooleanField(default=False)  # beyond the last year whose calendar is known
    steps = models.JSONField(default=list)  # the explanation, as codes: see rules.Step
    ended_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject"], name="term_by_subject"),
            # "ended_on IS NULL" says open, in words that SQLite's planner uses a partial index for.
            models.Index(fields=["id"], name="term_open", condition=Q(ended_on__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="paused", paused_on__isnull=False) | (~Q(state="paused") & Q(paused_on__isnull=True)),
                name="term_paused_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["met", "stopped"], ended_on__isnull=False)
                | (~Q(state__in=["met", "stopped"]) & Q(ended_on__isnull=True)),
                name="term_ended_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.limit_id} {self.due_on}"
