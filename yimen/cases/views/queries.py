"""The lists that members of staff keep for themselves, each with its filters and under a name."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import parse_qsl

from yimen.cases.lists.which import Wanted, Which
from yimen.cases.models import View
from yimen.kernel.clock import read_day
from yimen.routing.town import Town


@dataclass(frozen=True)
class ViewFacts:
    """One view, as its owner sees it."""

    id: int
    called: str
    asked: str

    @property
    def codes(self) -> dict[str, str]:
        """What it asks for, as the address of a list says it."""
        return dict(parse_qsl(self.asked))

    @property
    def which(self) -> Which:
        asked = self.codes.get("list", "")
        return Which(asked) if asked in set(Which) else Which.MINE

    def wanted(self, town: Town) -> Wanted:
        """The list it stands for; a category or place that is no more counts as not chosen."""
        codes = self.codes
        category = town.catalogue.by_code.get(codes.get("category", ""))
        place = town.places.by_code.get(codes.get("place", ""))
        return Wanted(
            which=self.which,
            state=codes.get("state", ""),
            category=category.id if category else None,
            area=place.id if place else None,
            channel=codes.get("channel", ""),
            language=codes.get("language", ""),
            kind=codes.get("kind", ""),
            received_from=read_day(codes.get("received_from", "")),
            received_to=read_day(codes.get("received_to", "")),
            due_until=read_day(codes.get("due_until", "")),
        )


@lru_cache(maxsize=1024)
def views_of(staff_id: int, edition: int) -> tuple[ViewFacts, ...]:  # noqa: ARG001 – the edition is the cache's key
    """The views of this member of staff, in the order of their names; one statement when somebody's have changed."""
    rows = View.objects.filter(staff_id=staff_id).order_by("called").values_list("id", "called", "asked")
    return tuple(ViewFacts(*row) for row in rows)


def forget_views(at: datetime) -> int:  # noqa: ARG001 – who works here counts, not since when
    """Whoever works here no more needs no lists."""
    return View.objects.filter(staff__is_active=False).delete()[0]
