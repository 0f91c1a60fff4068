"""What is kept of exports: who asked, who agreed, which cases. Never the file."""

from datetime import datetime, timedelta

from yimen.exports.models import Export
from yimen.kernel.forgetting import Field, Inventory, Rule, alike

KEPT = timedelta(days=2 * 365)
_ASKED = Field(
    "to prove that two persons stood behind every file",
    "the security of residents' data (PIPL art. 51)",
    "whoever asked; the supervisors of that office",
    "two years",
)

INVENTORY: Inventory = {
    "exports.Export": alike(
        "id version at office post staff purpose why with_contacts cases stage decided_by second answer until", _ASKED
    ),
}


def forget_exports(at: datetime) -> int:
    """Requests of more than two years ago; says how many. What residents see of them, the looks, stays."""
    return Export.objects.filter(at__lt=at - KEPT).delete()[0]


RULES: list[Rule] = [Rule("exports", "Requests for exports are deleted after two years.", forget_exports)]
