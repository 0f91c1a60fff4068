"""The open cases, counted every few minutes: the page that shows the numbers reads them and counts nothing."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from yimen.cases.supervised.running import open_numbers, unmoved
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import day_of
from yimen.people.queries import vacant_posts
from yimen.routing.town import Town, the_town
from yimen.stats.models import NowCount, Reading, Stuck
from yimen.stats.rules import SOON_DAYS, STUCK_DAYS, Now
from yimen.stats.weeks import township
from yimen.supervision.queries import reached
from yimen.supervision.rules import REACH, Does

Key = tuple[int, int, str]  # office, township, what


def count_now(at: datetime) -> None:
    """Count all that is open, by office and township, and let the new numbers take the place of the old ones."""
    town, today = the_town(), day_of(at)
    calendar = calendar_for(edition_of(town.editions))
    stuck = unmoved(_working_days_before(at, STUCK_DAYS, town))
    found: Counter[Key] = Counter()
    soon = calendar.working_day_after(today, SOON_DAYS)
    for office, area, numbers in open_numbers(today, soon, town):
        place = township(area, town.places)
        found.update({(office, place, what): number for what, number in numbers.items() if number})
    _add(found, ((case.office_id, case.area_id, Now.STUCK, 1) for case in stuck), town)
    for reach, what in ((REACH[Does.REMIND], Now.URGED), (REACH[Does.INSPECT], Now.INSPECTED)):
        _add(found, ((office, area, what, number) for office, area, number in reached(reach)), town)
    _add(found, ((office, None, Now.VACANT, number) for office, number in vacant_posts(today).items()), town)
    rows = [NowCount(office_id=o, place_id=p, what=w, number=n) for (o, p, w), n in found.items() if p]
    with transaction.atomic():
        NowCount.objects.all().delete()
        NowCount.objects.bulk_create(rows, batch_size=500)
        Stuck.objects.all().delete()
        Stuck.objects.bulk_create(
            [Stuck(case_id=c.id, office_id=c.office_id, since_on=day_of(c.last_at), due_on=c.due_on) for c in stuck],
            batch_size=500,
        )
        Reading.objects.all().delete()
        Reading.objects.create(at=at)


def _add(found: Counter[Key], rows: Iterable[tuple[int, int | None, Now, int]], town: Town) -> None:
    for office, area, what, number in rows:
        found[office, township(area, town.places), what.value] += number


def _working_days_before(at: datetime, number: int, town: Town) -> datetime:
    """So many working days ago, at this time of day."""
    calendar, day, back = calendar_for(edition_of(town.editions)), at, 0
    while back < number:
        day -= timedelta(days=1)
        back += calendar.works(day_of(day))
    return day
