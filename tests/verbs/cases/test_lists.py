"""The lists of the desk: what stands in them for whom, their pages, their counts, and the index of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests import make
from tests.verbs.cases.listed import TODAY, asked
from yimen.cases.lists import COUNTED, Which, countable, lists_of, worklist
from yimen.cases.lists.standing import near
from yimen.cases.queries import visible_to
from yimen.cases.verbs import accept_case, decide_objection, reopen_case
from yimen.kernel.counting import count_each
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db
ALL_AT_ONE = (make.case, make.open_case, make.asked_case, make.objected_case, make.closed_case, make.petition)


def found(acting: Acting, which: Which, on: date = TODAY, **narrowed: Any) -> list[int]:  # noqa: ANN401 – any filter
    """The cases of a list, in its order."""
    return [case.pk for case in worklist(asked(acting, which, on, **narrowed)).cases]


def test_near_is_today_and_three_working_days_more() -> None:
    town = make.town()
    assert near(date(2026, 3, 2), town) == date(2026, 3, 5)
    assert near(date(2026, 3, 6), town) == date(2026, 3, 11)  # a Friday: the weekend gives nobody time to act


def test_what_is_overdue_is_not_due_soon_and_what_is_far_is_neither() -> None:
    case, me = make.case(), make.handler()
    assert case.due_on is not None
    for days, overdue, soon in [(-20, [], []), (-1, [], [case.pk]), (0, [], [case.pk]), (1, [case.pk], [])]:
        on = case.due_on + timedelta(days=days)
        assert (found(me, Which.OVERDUE, on), found(me, Which.SOON, on)) == (overdue, soon), days


def test_waiting_is_what_a_resident_was_asked() -> None:
    make.accepted_case()
    case = make.asked_case()
    assert found(make.handler(), Which.WAITING) == [case.pk]


def test_what_a_resident_opens_again_came_back_until_the_office_acts() -> None:
    make.accepted_case()
    case, me = make.answered_case(), make.handler()
    assert found(me, Which.RETURNED) == []
    reopen_case(by=make.resident(case), case=make.fresh(case), why="It is dark again.", at=make.LATER)
    assert found(me, Which.RETURNED) == found(make.supervisor(), Which.RETURNED) == [case.pk]


def test_what_the_superior_sends_back_came_back_and_what_stays_did_not() -> None:
    back, stays = make.objected_case(), make.objected_case()
    for case in (back, stays):
        superior = make.supervisor()
        decide_objection(by=superior, case=make.fresh(case), goes_back=case is back, reason="So it is.", at=make.LATER)
    assert found(make.handler(), Which.RETURNED) == [back.pk]
    assert found(make.handler("housing"), Which.RETURNED) == []
    accept_case(by=make.handler(), case=make.fresh(back), at=make.LATER)
    assert found(make.handler(), Which.RETURNED) == []


def test_no_office_is_found_for_what_a_desk_has_received_and_not_sorted() -> None:
    make.case()
    case = make.open_case()
    assert found(make.clerk(), Which.UNROUTED) == found(make.supervisor(), Which.UNROUTED) == [case.pk]
    accept_case(by=make.clerk(), case=case, at=make.LATER)
    assert found(make.clerk(), Which.UNROUTED) == []


def test_my_area_is_the_part_of_the_town_that_a_post_serves() -> None:
    inside, _ = make.case(), make.case(longitude=102.925, latitude=34.905)
    assert Which.AREA not in lists_of(make.handler(), make.town())
    me = replace(make.handler(), place_path="KS/KS01/")
    assert Which.AREA in lists_of(me, make.town())
    assert found(me, Which.AREA) == [inside.pk]


@pytest.mark.parametrize(
    ("who", "missing"),
    [
        (make.clerk, {Which.AREA, Which.TIME}),
        (make.handler, {Which.AREA, Which.UNROUTED, Which.TIME}),
        (make.supervisor, {Which.AREA, Which.WAITING}),
        (lambda: make.supervisor("urban"), {Which.AREA, Which.WAITING, Which.UNROUTED}),
        (make.administrator, set(Which)),
        (make.mediator, set(Which)),
    ],
)
def test_each_role_has_its_lists_and_finds_nothing_in_others(who: Callable[[], Acting], missing: set[Which]) -> None:
    for one in ALL_AT_ONE:
        one()
    acting = who()
    assert set(lists_of(acting, make.town())) == set(Which) - missing
    for which in missing:
        assert found(acting, which) == []


@pytest.mark.parametrize("narrowed", [{}, {"state": "received"}])
@pytest.mark.parametrize("who", [make.clerk, make.handler, make.supervisor, make.administrator, make.mediator])
def test_a_list_shows_nothing_that_its_post_may_not_open(who: Callable[[], Acting], narrowed: dict[str, str]) -> None:
    for one in ALL_AT_ONE:
        one()
    make.case(accused_office="KS-urban")
    acting = who()
    may_open = set(visible_to(acting, make.town()).values_list("pk", flat=True))
    for which in Which:
        for on in (TODAY, TODAY + timedelta(days=90)):
            shown = set(found(acting, which, on, **narrowed))
            assert shown <= may_open
        if which is Which.ALL and not narrowed:
            assert shown == may_open


@pytest.mark.parametrize("who", [make.clerk, make.handler, make.supervisor, lambda: make.supervisor("urban")])
def test_all_counts_are_right_and_one_statement(who: Callable[[], Acting], sql: Any) -> None:  # noqa: ANN401 – a fixture
    for one in ALL_AT_ONE:
        one()
        one(at=make.MONDAY - timedelta(days=60))
    make.case(accused_office="KS-urban")
    acting, town = who(), make.town()
    lists = {which: asked(acting, which) for which in lists_of(acting, town)}
    with sql(at_most=1):
        counts = count_each({which: countable(each) for which, each in lists.items()}, COUNTED)  # type: ignore[misc]
    assert counts == {which: len(found(acting, which)) for which in lists}
    assert sum(counts.values())


def test_counting_ends_at_a_hundred() -> None:
    one = make.case()
    model = type(one)
    same = {f.attname: getattr(one, f.attname) for f in model._meta.concrete_fields if f.name != "id"}
    rows = [model(**same | {"receipt_hash": number.to_bytes(32, "big")}) for number in range(120)]
    model.objects.bulk_create(rows)
    assert count_each({"all": countable(asked(make.handler(), Which.ALL))}, COUNTED) == {"all": COUNTED}  # type: ignore[dict-item]


def test_everything_narrowed_is_not_counted() -> None:
    assert countable(asked(make.handler(), Which.ALL, state="closed")) is None


@pytest.mark.parametrize("which", [Which.MINE, Which.DUE, Which.ALL])
def test_pages_are_turned_forwards_and_back_and_each_case_stands_on_one(which: Which) -> None:
    made = {make.case(at=make.MONDAY - timedelta(days=n % 4)).pk for n in range(45)}
    me = make.handler()
    first = worklist(asked(me, which))
    second = worklist(asked(me, which, after=first.next))
    third = worklist(asked(me, which, after=second.next))
    pages = [[case.pk for case in page.cases] for page in (first, second, third)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert {pk for page in pages for pk in page} == made
    assert (first.back, third.next) == ("", "")
    for later, page in ((second, pages[0]), (third, pages[1])):
        back = worklist(asked(me, which, before=later.back))
        assert [case.pk for case in back.cases] == page
        assert back.next
    assert worklist(asked(me, which, before=second.back)).back == ""
    assert worklist(asked(me, which, before=third.back)).back


@pytest.mark.parametrize("key", ["x", "2026-13-01.1", "20260101T000000000000.x", ".", "9" * 40])
def test_a_key_that_makes_no_sense_starts_anew(key: str) -> None:
    case = make.case()
    for which in (Which.DUE, Which.ALL):
        assert found(make.handler(), which, after=key) == found(make.handler(), which, before=key) == [case.pk]


def test_days_of_receiving_are_those_of_the_town() -> None:
    case, day = make.case(at=make.MONDAY.replace(hour=23)), timedelta(days=1)
    me = make.handler()
    for which in (Which.DUE, Which.ALL):
        assert found(me, which, received_from=TODAY, received_to=TODAY) == [case.pk]
        assert found(me, which, received_from=TODAY + day) == found(me, which, received_to=TODAY - day) == []
        assert found(me, which, due_until=case.due_on) == [case.pk]
        assert case.due_on is not None
        assert found(me, which, due_until=case.due_on - day) == []
