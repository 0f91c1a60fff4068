"""The public reads how many cases of each office are long overdue."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.people.rules import Clock
from yimen.supervision.models import PublicCount, Release, Standing
from yimen.supervision.rules import REACH, Does, shown_in_public


@transaction.atomic
def publish_counts(*, by: Clock, at: datetime) -> bool:
    """Once a week, with the first working day: a fixed release, so that nobody learns of one case by looking daily.

    Each office's number is rounded, and too small to be shown where it could point to a person. There is no sum, from
    which a hidden number could be taken out.
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
    rows = [
        PublicCount(release=release, office_id=office, suppress_below=below, number=shown_in_public(number, below))
        for office, below, number in counted
    ]
    PublicCount.objects.bulk_create(rows)
    Release.objects.exclude(pk=release.pk).delete()
    record("supervision.counts_published", subject="town", by=by.ref, at=at, offices=len(rows))
    return True


def _week(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())
