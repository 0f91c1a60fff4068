"""The public reads how many cases of each office are long overdue."""

from collections import Counter
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.people.queries import Directory
from yimen.people.rules import Clock
from yimen.routing.town import the_town
from yimen.supervision.models import PublicCount, Release, Standing
from yimen.supervision.rules import REACH, Does, shown_in_public


@transaction.atomic
def publish_counts(*, by: Clock, at: datetime) -> bool:
    """Once a week, with the first working day: a fixed release, so that nobody learns of one case by looking daily.

    Each office's number (a village's stands with its township's) is rounded, and not shown where it is so small that it
    could point to a person. There is no sum, from which a hidden number could be taken out.
    """
    on = day_of(at)
    last = Release.objects.order_by("-on").first()
    if last and _week(last.on) == _week(on):
        return False
    release = Release.objects.create(on=on)
    counted = (
        Standing.objects.filter(reach=REACH[Does.COUNT])
        .order_by()
        .values_list("office_id", "suppress_below")
        .annotate(cases=Count("id"))
    )
    offices, by_office = the_town().offices, Counter[tuple[int, int]]()
    for office, below, number in counted:
        by_office[_shown_as(office, offices), below] += number
    rows = [
        PublicCount(release=release, office_id=office, suppress_below=below, number=shown_in_public(number, below))
        for (office, below), number in by_office.items()
    ]
    PublicCount.objects.bulk_create(rows)
    Release.objects.exclude(pk=release.pk).delete()
    record("supervision.counts_published", subject="town", by=by.ref, at=at, offices=len(rows))
    return True


def _shown_as(office_id: int, offices: Directory) -> int:
    """A village is too small for a number of its own: its offices count with the nearest one above a village."""
    above = (office.id for office in offices.superiors(office_id) if office.place_level in {"township", "town"})
    return office_id if offices.by_id[office_id].place_level in {"township", "town"} else next(above, office_id)


def _week(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())
