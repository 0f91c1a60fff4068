"""The public reads how many cases of an office are long overdue, and nothing of any one case."""

from datetime import timedelta

import pytest

from tests import make
from yimen.journal.models import Entry
from yimen.supervision.models import Standing
from yimen.supervision.queries import published
from yimen.supervision.reacting import climb
from yimen.supervision.verbs.publish_counts import publish_counts

pytestmark = pytest.mark.django_db
LATE = make.MONDAY.replace(hour=6, minute=30) + timedelta(days=28)  # a Monday, four weeks later


def test_numbers_are_rounded_and_small_ones_hidden() -> None:
    leaves = make.town().catalogue.by_id.values()
    service = next(c.code for c in leaves if c.procedure_code == "hotline" and c.suppress_below == 10)
    for _ in range(7):
        make.accepted_case()  # public space: shown from five
    for _ in range(9):
        make.accepted_case(category=service)  # all else: from ten
    climb(LATE)
    lamps = make.handler().office_id
    assert published().on == LATE.date()
    assert published().counts[lamps][5] == 5
    others = [shown for office in published().counts.values() for below, shown in office.items() if below == 10]
    assert others == [None]


def test_only_what_reached_the_public_rung_is_counted() -> None:
    for _ in range(6):
        make.accepted_case()
    climb(make.MONDAY.replace(hour=6) + timedelta(days=14))
    assert Standing.objects.filter(rung="late").count() == 6
    assert published().counts == {}


def test_a_release_stands_for_a_week() -> None:
    for _ in range(6):
        make.accepted_case()
    climb(LATE)
    Standing.objects.all().delete()
    assert not publish_counts(by=make.CLOCK, at=LATE + timedelta(days=4))
    assert published().counts
    assert publish_counts(by=make.CLOCK, at=LATE + timedelta(days=7))
    assert published().counts == {}
    assert Entry.objects.latest("id").code == "supervision.counts_published"


def test_a_village_has_no_number_of_its_own() -> None:
    town = make.town()
    village, above = (
        next(o for o in town.offices.by_id.values() if o.place_level == "village"),
        make.handler("township-office-1").office_id,
    )
    for _ in range(6):
        make.accepted_case()
    climb(LATE - timedelta(days=7))
    Standing.objects.update(office_id=village.id)
    publish_counts(by=make.CLOCK, at=LATE)
    assert published().counts == {above: {5: 5}}
