"""Changes of areas that are drafted, agreed or carried out."""

from django.db import models

from yimen.kernel.models import Versioned
from yimen.redraws.rules import Stage


class Redraw(Versioned):
    """Areas as they shall be from a day on. What it changes is about places, no person."""

    at = models.DateTimeField()
    by = models.CharField(max_length=48)  # "post:12"
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")  # all of it lies in here
    from_on = models.DateField()
    plan = models.JSONField()  # rules.kept
    stage = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Stage], default=Stage.DRAFT)
    gaps = models.JSONField(default=list)  # what stays without an area, in words' places: it was looked at
    done_at = models.DateTimeField(null=True)
    set_back_at = models.DateTimeField(null=True)  # it was agreed to, and no longer fits what else has been agreed to
    misfits = models.JSONField(default=list)  # why, as [reason, params]

    class Meta:
        indexes = [models.Index(fields=["stage", "from_on"], name="redraw_by_day")]

    def __str__(self) -> str:
        return f"{self.pk} {self.stage}"
