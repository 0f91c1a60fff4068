"""The numbers of mediations, from the covers alone: by committee and quarter, one thing at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q

from yimen.kernel.clock import day_of, midnight
from yimen.mediation.committees.rules import Level
from yimen.mediation.counted.rules import Form, quarter_of
from yimen.mediation.endings import Ending, told
from yimen.mediation.models import Committee, Mediation


class Counted(StrEnum):
    """What is counted. Never two of them together: nobody can be found where columns cross."""

    SOURCE = "source"  # received, by how it began
    KIND = "kind"  # received, by what it is about
    FORM = "form"  # agreed, by form
    AGREED_KIND = "agreed_kind"
    AMOUNT = "amount"  # agreed, by the band of money; "" where nobody has noted any
    ENDING = "ending"
    COURT = "court"


Key = tuple[int, date, str, str]  # committee, first day of the quarter, what, which


@dataclass(frozen=True)
class Counting:
    """A committee, as far as figures ask."""

    id: int
    level: str
    names: Mapping[str, str]
    office_id: int


def committees() -> list[Counting]:
    """All that there are or were, the town's first; one statement."""
    order = list(Level)
    found = [Counting(*row) for row in Committee.objects.values_list("id", "level", "names", "office_id")]
    return sorted(found, key=lambda one: (order.index(Level(one.level)), one.id))


def numbers_since(since: date) -> Counter[Key]:
    """All that happened since this day, each in the quarter in which it happened; one statement.

    That a side was not safe counts as "not agreed" here too: a small committee's figure would say who.
    """
    rows = Mediation.objects.filter(
        Q(at__gte=midnight(since)) | Q(agreed_on__gte=since) | Q(ended_at__gte=midnight(since)) | Q(court_on__gte=since)
    )
    found: Counter[Key] = Counter()
    columns = "at source kind committee_id is_oral amount agreed_on ended_at ending court court_on".split()
    for row in rows.order_by().values(*columns).iterator(chunk_size=2_000):
        found.update(
            (row["committee_id"], quarter_of(day), what.value, which)
            for day, what, which in _happened(row)
            if day >= since
        )
    return found


def _happened(row: dict) -> Iterator[tuple[date, Counted, str]]:  # type: ignore[type-arg]  # columns by name
    yield day_of(row["at"]), Counted.SOURCE, row["source"]
    yield day_of(row["at"]), Counted.KIND, row["kind"]
    if agreed_on := row["agreed_on"]:
        yield agreed_on, Counted.FORM, (Form.ORAL if row["is_oral"] else Form.WRITTEN).value
        yield agreed_on, Counted.AGREED_KIND, row["kind"]
        yield agreed_on, Counted.AMOUNT, row["amount"]
    if row["ended_at"]:
        yield day_of(row["ended_at"]), Counted.ENDING, told(Ending(row["ending"])).value
    if row["court_on"]:
        yield row["court_on"], Counted.COURT, row["court"]
