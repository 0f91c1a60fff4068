"""Who mediates: committees, their members and studios, and the register of their numbers."""

from django.db import models
from django.db.models import F, Q

from yimen.mediation.committees.rules import Engaged, Level


class Committee(models.Model):
    """A people's mediation committee (人民调解委员会). Its seal goes on the agreements."""

    code = models.CharField(max_length=40, unique=True)
    level = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Level])
    office = models.ForeignKey(
        "people.Office", models.PROTECT, related_name="+"
    )  # where its mediators have their posts
    names = models.JSONField(default=dict)
    sign = models.CharField(max_length=8)  # the × of its numbers: （2026）格人调字第1号
    composed_well = models.BooleanField(default=False)  # attested once, as art. 8 asks; of nobody in it
    is_open = models.BooleanField(default=True)
    kinds = models.JSONField(default=list)  # of disputes it mediates, by Kind; empty: any
    places = models.JSONField(default=list)  # codes of the places it serves besides its office's own

    def __str__(self) -> str:
        return self.code


class Studio(models.Model):
    """A named mediator's room. It belongs to one committee."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="studios")
    names = models.JSONField(default=dict)
    is_open = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.committee_id} {self.pk}"


class Seat(models.Model):
    """A member of a committee, or somebody it has engaged, by their post; for a term."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="seats")
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    studio = models.ForeignKey(Studio, models.SET_NULL, null=True, related_name="seats")
    engaged = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Engaged])
    is_head = models.BooleanField(default=False)
    languages = models.JSONField(default=list)
    kinds = models.JSONField(default=list)  # of disputes, by Kind; empty: any
    from_on = models.DateField()
    until_on = models.DateField()  # the first day after the term

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "post", "from_on"], name="seat_once_per_term"),
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="seat_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.post_id}"


class FreeHours(models.Model):
    """When whoever has this post can usually mediate: the hours of a week, as those of an office."""

    post = models.OneToOneField("people.Post", models.CASCADE, related_name="+")
    hours = models.JSONField(default=dict)  # {"mon": [["09:00", "12:00"]], …}

    def __str__(self) -> str:
        return str(self.post_id)


class Register(models.Model):
    """How many numbers a committee has given in a year: the next one is one more, whatever becomes of a mediation."""

    committee = models.ForeignKey(Committee, models.CASCADE, db_index=False, related_name="+")
    year = models.PositiveSmallIntegerField()
    given = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee", "year"], name="register_once_per_year")]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.year} {self.given}"
