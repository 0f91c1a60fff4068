"""Reading the town's own days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yimen.deadlines.models import LocalDay

#: More days of its own than this no town has; the page shows the latest.
MOST = 200


@dataclass(frozen=True)
class DayFacts:
    """A day on which the town differs from the country."""

    on: date
    works: bool
    names: Mapping[str, str]


def local_days() -> list[DayFacts]:
    """The town's own days, latest first; one statement."""
    rows = LocalDay.objects.order_by("-on").values_list("on", "works", "names")[:MOST]
    return [DayFacts(*row) for row in rows]
