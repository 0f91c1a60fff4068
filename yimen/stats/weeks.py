"""Weekly figures: the worker adds each journal entry once; all of them can be made again from the journal."""

from collections import Counter
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from yimen.cases.supervised.running import areas_of
from yimen.journal.record import Entry, entries_after
from yimen.kernel.clock import day_of
from yimen.places.queries import Gazetteer
from yimen.routing.town import Town, the_town
from yimen.stats.models import WeekCount
from yimen.stats.rules import counted_in, monday_of

#: The journal codes that count.
CODES = ("case.submitted", "case.answered", "case.returned")
BATCH = 2_000
Key = tuple[int, int, date, str]  # office, township, Monday, what


def count_entry(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – what counts is when it happened
    """One more of what this entry is, in the transaction that settles it."""
    for key, number in _counted([entry], the_town()).items():
        office, place, monday, what = key
        row = {"office_id": office, "place_id": place, "monday": monday, "what": what}
        if not WeekCount.objects.filter(**row).update(number=F("number") + number):
            WeekCount.objects.create(**row, number=number)


@transaction.atomic
def rebuild_weeks() -> int:
    """Count the whole journal again, as far as it is settled; how many entries there were."""
    town, total, found = the_town(), 0, Counter[Key]()
    WeekCount.objects.all().delete()
    batch = entries_after(0, codes=CODES, most=BATCH)
    while batch:
        found.update(_counted(batch, town))
        total += len(batch)
        batch = entries_after(batch[-1].pk, codes=CODES, most=BATCH)
    rows = [WeekCount(office_id=o, place_id=p, monday=m, what=w, number=n) for (o, p, m, w), n in found.items()]
    WeekCount.objects.bulk_create(rows, batch_size=500)
    return total


def _counted(entries: list[Entry], town: Town) -> Counter[Key]:
    areas = areas_of([_number(entry) for entry in entries])
    found: Counter[Key] = Counter()
    for entry in entries:
        office, place = entry.facts.get("office"), township(areas.get(_number(entry)), town.places)
        if office in town.offices.by_id and place:
            found.update(
                (office, place, monday_of(day_of(entry.at)), w.value) for w in counted_in(entry.code, entry.facts)
            )
    return found


def _number(entry: Entry) -> int:
    return int(entry.subject.removeprefix("case:"))


def township(area_id: int | None, places: Gazetteer) -> int:
    """The township that this area lies in; the town for cases without a place, or when they lie in none."""
    chain = places.chain(area_id) if area_id else []
    within = next((place.id for place in chain if place.level == "township"), None)
    return within or (places.town.id if places.town else 0)
