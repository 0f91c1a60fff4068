"""The figures of mediation: each thing once in its quarter, nothing of content, and a release that stays."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.clock import day_of, midnight
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.court.rules import Court
from yimen.mediation.endings import Ending
from yimen.mediation.models import Committee, Mediation
from yimen.mediation.verbs import end_without_agreement, follow_to_the_end, follow_up, note_court, note_cover
from yimen.stats.mediating.counting import EVER, count_mediations, count_since, release
from yimen.stats.mediating.queries import counted_for, lines, release_of, released_quarters, summaries, tables
from yimen.stats.models import MediationCount, MediationRelease

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
AT, ON, DAY = make_it.AT, day_of(make_it.AT), timedelta(days=1)
FIRST, SECOND = date(2026, 1, 1), date(2026, 4, 1)


def counted() -> dict[tuple[date, str, str], int]:
    rows = MediationCount.objects.values_list("quarter", "what", "which", "number")
    return {(quarter, what, which): number for quarter, what, which, number in rows}


def many(number: int, committee: Committee, **fields: object) -> None:
    """So many that were only received, on the first day of April."""
    row = {"at": midnight(SECOND), "state": "applied", "source": "application", "kind": "neighbours", **fields}
    Mediation.objects.bulk_create(Mediation(committee=committee, **row) for _ in range(number))


@pytest.mark.one_database
def test_each_thing_counts_once_in_the_quarter_in_which_it_happened() -> None:
    talk, unsafe = make_it.opened(), make_it.opened()
    note_cover(by=talk.mediator(), amount=Amount.TO_10000, form=Form.WRITTEN, at=AT)
    end_without_agreement(by=unsafe.mediator(), ending=Ending.UNSUITABLE, at=AT)
    from tests.verbs.mediation.test_who_sees_what import _signed  # noqa: PLC0415

    _signed(talk)
    for undertaking in talk.written().undertakings:
        follow_up(by=talk.mediator(), undertaking=undertaking, kept=Kept.PERFORMED, at=AT)
    follow_to_the_end(by=talk.mediator(), at=AT + 31 * DAY)
    note_court(by=talk.mediator(), court=Court.ASKED, on=ON + 30 * DAY, at=AT + 31 * DAY)
    for _ in range(2):
        count_mediations(AT + 40 * DAY)
    expected = {
        (FIRST, "source", "application"): 2,
        (FIRST, "kind", "neighbours"): 2,
        (FIRST, "form", "written"): 1,
        (FIRST, "agreed_kind", "neighbours"): 1,
        (FIRST, "amount", "to_10000"): 1,
        (FIRST, "ending", "not_agreed"): 1,
        (SECOND, "ending", "performed"): 1,
        (SECOND, "court", "asked"): 1,
    }
    assert counted() == expected, "that a side was not safe is in no number"
    count_since(EVER)
    assert counted() == expected
    text = " ".join(
        str(list(model._default_manager.values_list())) for model in apps.get_app_config("stats").get_models()
    )
    assert "zq" not in text


def test_a_quarter_is_released_once_and_does_not_change() -> None:
    committee = make_it.committee()
    many(31, committee)
    many(4, committee, kind="family")
    assert not release(midnight(SECOND))
    count_mediations(midnight(date(2026, 7, 15)))
    assert released_quarters() == [], "it has not settled yet"
    count_mediations(midnight(date(2026, 7, 16)))
    assert released_quarters() == [SECOND]
    before = {table.what: dict(table.rows) for table in release_of(SECOND)}
    assert before["source"] == {"application": 35, "offer": 0, "referral": 0}
    assert before["kind"]["family"] is before["kind"]["neighbours"] is None
    assert before["level"]["town"] == 35
    assert set(before["form"].values()) == {None}, "nothing was agreed: that says nothing of anybody either"
    many(20, committee, kind="family")
    count_mediations(midnight(date(2026, 8, 1)))
    assert {table.what: dict(table.rows) for table in release_of(SECOND)} == before
    for table in (MediationCount, MediationRelease):
        row = table._default_manager.all()[0]
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():  # mediation_count_once, mediation_release_once
            row.save(force_insert=True)
    assert {f.name for f in MediationRelease._meta.fields} == {"id", "quarter", "what", "which", "number"}


@pytest.mark.one_database
def test_who_may_read_them_and_that_the_numbers_are_right() -> None:
    mine, other = make_it.committee(), make_it.committee("KS-other")
    other.office_id = make.handler("housing").office_id
    other.save()
    other.seats.all().delete()
    town = make.town()
    seen = {
        name: [one.id for one in counted_for(who, ON, town)]
        for name, who in {
            "head": make_it.mediator(),
            "stand-in": replace(make_it.mediator(), stands_in=True),
            "administrator": make.administrator(),
            "supervisor": make.supervisor(),
            "handler": make.handler(),
        }.items()
    }
    both = [mine.pk, other.pk]
    assert seen == {"head": [mine.pk], "stand-in": [], "administrator": both, "supervisor": [], "handler": []}
    many(3, mine)
    many(2, other, kind="labour")
    count_since(EVER)
    heads = counted_for(make.administrator(), ON, town)
    kinds = next(table for table in tables(both, [FIRST, SECOND]) if table.what == "kind")
    assert (dict(kinds.rows)["labour"], kinds.totals) == ([0, 2], [0, 5])
    assert [(one.committee.id, one.received) for one in summaries(heads, [SECOND])] == [(mine.pk, 3), (other.pk, 2)]
    assert [(c.id, what, which, n) for c, _, what, which, n in lines(heads[1:], [SECOND])] == [
        (other.pk, "kind", "labour", 2), (other.pk, "source", "application", 2),
    ]  # fmt: skip


@pytest.mark.one_database
def test_reading_does_not_grow_with_the_mediations(sql: Sql) -> None:
    committee = make_it.committee()
    many(2, committee)
    count_since(EVER)
    for _ in range(2):
        with sql(at_most=1):
            tables([committee.pk], [FIRST, SECOND])
        many(30, committee, kind="labour")
        count_since(EVER)
