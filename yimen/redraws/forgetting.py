"""Changes of areas are about places. Drafts that nobody agreed to are forgotten."""

from datetime import datetime, timedelta

from django.db.models.functions import Coalesce

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage

DRAFTS_KEPT = timedelta(days=90)
_PLAN = Field(
    "to look at a change of areas before it is made",
    "about no person",
    "administrators",
    "90 days; what was agreed to as long as the town stands",
)

INVENTORY: Inventory = {
    "redraws.Redraw": alike("id version at by place from_on plan stage gaps done_at set_back_at misfits", _PLAN)
}


def forget_drafts(at: datetime) -> int:
    """Drafts and dropped ones, ninety days after they were made, or were set back to be drafts."""
    stages, since = (Stage.DRAFT.value, Stage.DROPPED.value), Coalesce("set_back_at", "at")
    return Redraw.objects.annotate(since=since).filter(stage__in=stages, since__lt=at - DRAFTS_KEPT).delete()[0]


RULES: list[Rule] = [
    Rule("redraws.drafts", "Changes of areas that were not agreed to are deleted after 90 days.", forget_drafts)
]
