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
