"""The figures. Every row is about an office and a place; no row knows a post or a person."""

from django.db import models


class Reading(models.Model):
    """When the open cases were last counted. One row."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.at)


class NowCount(models.Model):
    """How many of an office's open cases, in one township, are late, soon due, stuck …"""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    place = models.ForeignKey("places.Place", models.CASCADE, db_index=False, related_name="+")  # or the town itself
    what = models.CharField(max_length=12)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "place", "what"], name="now_count_once")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.what} {self.number}"


class WeekCount(models.Model):
    """How much an office received and answered in one week, in one township."""

    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    place = models.ForeignKey("places.Place", models.CASCADE, db_index=False, related_name="+")
    monday = models.DateField()
    what = models.CharField(max_length=12)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "monday", "place", "what"], name="week_count_once")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.monday} {self.what} {self.number}"


class Stuck(models.Model):
    """A case without a step for long, though it is the office's turn; so that the number leads to its list."""

    case = models.OneToOneField("cases.Case", models.CASCADE, related_name="+")
    office = models.ForeignKey("people.Office", models.CASCADE, db_index=False, related_name="+")
    since_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["office", "due_on", "case"], name="stuck_of_office")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.since_on}"


class MediationCount(models.Model):
    """How much of one thing happened in a committee in one quarter. Of no two things together, and of no mediation."""

    committee = models.ForeignKey("mediation.Committee", models.CASCADE, db_index=False, related_name="+")
    quarter = models.DateField()  # its first day
    what = models.CharField(max_length=12)
    which = models.CharField(max_length=14, blank=True)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "quarter", "what", "which"], name="mediation_count_once")
        ]
        indexes = [models.Index(fields=["quarter"], name="mediation_count_quarter")]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.quarter} {self.what} {self.which} {self.number}"


class MediationRelease(models.Model):
    """What everybody reads of one quarter, of the whole town: fixed, rounded, and nothing where there are too few."""

    quarter = models.DateField()
    what = models.CharField(max_length=12)
    which = models.CharField(max_length=14, blank=True)
    number = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quarter", "what", "which"], name="mediation_release_once")]

    def __str__(self) -> str:
        return f"{self.quarter} {self.what} {self.which} {self.number}"
