"""Somebody asks to take cases out in a file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make
from tests.verbs.exports.asked import WISH, asked
from yimen.exports import rules
from yimen.exports.models import Export
from yimen.exports.verbs import ask_export
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_the_cases_are_chosen_and_nobody_has_looked_yet() -> None:
    mine, other = make.case(), make.open_case()
    export = asked()
    assert export.cases == [mine.pk]
    assert export.stage == "asked"
    assert not list(looks_of(mine.ref))
    assert other.pk not in export.cases
    assert history(export.ref)[0].facts == {"office": make.handler().office_id, "cases": 1}


def test_what_is_about_ones_own_office_is_not_among_them() -> None:
    make.case()
    about_us = make.case(accused_office="KS-urban")
    assert about_us.pk not in asked(make.supervisor("urban")).cases


def test_nobody_takes_many_residents_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("rules", "verbs.ask"):
        monkeypatch.setattr(f"yimen.exports.{module}.MOST_CASES", 2)
    for _ in range(3):
        make.case()
    with pytest.raises(Refused, match="more than 2 cases"):
        asked()
    assert not Export.objects.exists()


def test_an_office_asks_twice_a_day_and_again_tomorrow() -> None:
    make.case()
    asked()
    asked(make.supervisor("urban"))
    with pytest.raises(Refused, match="2 exports today"):
        asked()
    assert asked(at=make.LATER + timedelta(days=1))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_three_who_ask_at_the_same_moment_two_are_heard() -> None:
    make.case()
    by, together = make.handler(), Barrier(3)

    def ask(_: int) -> str:
        together.wait(timeout=30)
        try:
            ask_export(by=by, wish=WISH, at=make.LATER)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(ask, range(3))) == ["", "", rules.TOO_MANY_TODAY]
    assert Export.objects.count() == 2


def test_without_cases_without_a_purpose_without_a_reason_and_without_a_post_for_it() -> None:
    with pytest.raises(Refused, match="no such case"):
        asked()
    make.case()
    for wish in (replace(WISH, purpose="curiosity"), replace(WISH, purpose="handle"), replace(WISH, why=" ")):
        with pytest.raises(Refused):
            asked(wish=wish)
    for nobody in (make.administrator(), make.mediator(), make.area_lead()):
        with pytest.raises(Refused, match="does not do this"):
            ask_export(by=nobody, wish=WISH, at=make.LATER)


def test_the_table_itself_wants_two_persons() -> None:
    """export_has_two_persons, export_is_decided_by_somebody."""
    make.case()
    export = asked()
    for change in ({"stage": "agreed", "second_id": export.staff_id}, {"stage": "agreed"}, {"stage": "taken"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Export.objects.filter(pk=export.pk).update(**change)


def test_the_rules_say_why() -> None:
    assert rules.may_be_asked(1, 0)
    assert not rules.may_be_taken(rules.Stage.AGREED, make.MONDAY, make.MONDAY)
    assert not rules.may_be_taken(rules.Stage.AGREED, None, make.MONDAY)
