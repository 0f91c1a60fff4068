"""A resident says that their case is about the same thing as one that is here already."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.make_joint import joint_case, me, mine
from tests.make_same import link
from tests.make_too import me_too, two_lamps
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.same.linked import AROUND
from yimen.cases.same.rules import is_of_all
from yimen.cases.same.too import SHOWN, here_already, may_say_me_too
from yimen.cases.verbs import erase_case, hand_over_case, say_me_too, unlink_case, withdraw_case
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
FAULT = Kind.FAULT


def numbers(case: Case) -> list[int]:
    return [each.number for each in here_already(make.fresh(case))]


def test_it_notes_what_was_said_and_nothing_else_changes_for_either() -> None:
    other, case = two_lamps()
    before, theirs = make.fresh(case), make.fresh(other)
    me_too(case, other)
    after = make.fresh(case)
    assert (after.says_same_id, after.main_id) == (other.pk, None)
    kept = ("state", "due_on", "office_id", "turn_office_id", "words", "receipt_hash", "returned", "ended_at")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert facts.entries(case)[-1] == "case.me_too_said"
    assert facts.letters(case)[-1].code == "case-accepted"  # nobody is written to
    assert make.fresh(other).version == theirs.version
    assert facts.entries(other) == ["case.submitted", "case.accepted"]


def test_it_stays_said_when_the_office_links_it_takes_the_link_away_and_hands_it_over() -> None:
    other, case = two_lamps()
    me_too(case, other)
    link(case, other)
    assert make.fresh(case).main_id == other.pk
    with pytest.raises(Refused, match="together with others already"):
        me_too(case, other)
    unlink_case(by=make.handler(), case=make.fresh(case), at=make.LATER)
    hand_over_case(
        by=make.handler(), case=make.fresh(case), to_office="KS-housing", reason="Ours no more.", at=make.LATER
    )
    assert (make.fresh(case).says_same_id, make.fresh(case).main_id) == (other.pk, None)


def test_only_whoever_holds_the_receipt_says_it_and_once() -> None:
    other, case = two_lamps()
    third = make.accepted_case(kind=FAULT)
    for by in (make.resident(other), Resident(0), make.handler(), make.CLOCK):
        with pytest.raises(Refused):
            say_me_too(by=by, case=make.fresh(case), other=other.pk, at=make.LATER)  # type: ignore[arg-type]
    me_too(case, other)
    for again in (other, third):
        with pytest.raises(Refused, match="said so already"):
            me_too(case, again)
    assert facts.entries(case).count("case.me_too_said") == 1


def test_each_of_several_may_say_it_for_the_case_they_share() -> None:
    other = make.accepted_case(kind=FAULT)
    _, held = joint_case(kind=FAULT)
    say_me_too(by=me(held), case=mine(held), other=other.pk, at=make.LATER)
    assert make.fresh(held).says_same_id == other.pk


#: What the other one is, if it is not to be shown.
NOT_SHOWN: dict[str, Callable[[], Case]] = {
    "another area": lambda: make.case(kind=FAULT, longitude=102.915, latitude=34.905),
    "another category": lambda: make.case(kind=FAULT, category="urban.pavement"),
    "no place": lambda: make.case(kind=FAULT, longitude=None, latitude=None),
    "a quarrel": lambda: make.case(kind=Kind.DISPUTE),
    "a complaint": lambda: make.case(kind=Kind.COMPLAINT),
    "somebody's need": lambda: make.case(kind=Kind.HELP),
    "about an office": lambda: make.case(kind=FAULT, accused_office="KS-water"),
    "handed on": lambda: make.handed_case(kind=FAULT),
    "argued about": lambda: make.objected_case(kind=FAULT),
    "answered": lambda: make.answered_case(kind=FAULT),
    "closed": lambda: make.closed_case(kind=FAULT),
    "too long ago": lambda: make.case(kind=FAULT, at=make.MONDAY - AROUND - timedelta(hours=1)),
}


@pytest.mark.parametrize("what", NOT_SHOWN)
def test_nothing_else_is_here_and_who_names_it_all_the_same_is_refused(what: str) -> None:
    other = NOT_SHOWN[what]()
    case = make.case(kind=FAULT)
    assert numbers(case) == []
    with pytest.raises(Refused, match="not here any more"):
        me_too(case, other)
    assert make.fresh(case).says_same_id is None


def test_a_case_in_mediation_or_in_a_review_is_not_here() -> None:
    other, case = two_lamps()
    for fields in ({"state": "mediating"}, {"state": "handling", "stage": "review"}):
        Case.objects.filter(pk=other.pk).update(**fields)
        assert numbers(case) == []
    Case.objects.filter(pk=other.pk).update(stage="first")
    assert numbers(case) == [other.pk]


#: How the other one may end while somebody looks at the page.
ENDINGS: dict[str, Callable[[Case], None]] = {
    "taken back": lambda one: withdraw_case(by=make.resident(one), case=one, at=make.LATER),
    "erased": lambda one: erase_case(by=make.resident(one), case=one, at=make.LATER),
    "answered": lambda one: make.give_answer(one, at=make.LATER),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_what_ended_while_the_page_was_open_is_refused_and_the_own_case_goes_on(how: str) -> None:
    other, case = two_lamps()
    version = make.fresh(case).version
    ENDINGS[how](make.fresh(other))
    with pytest.raises(Refused, match="Your own case goes on"):
        me_too(case, other)
    assert make.fresh(case).version == version
    withdraw_case(by=make.resident(case), case=make.fresh(case), at=make.LATER)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": Kind.DISPUTE},
        {"kind": Kind.COMPLAINT},
        {"kind": Kind.SUGGESTION},
        {"accused_office": "KS-water"},
        {"longitude": None, "latitude": None},
        {"category": ""},
    ],
)
def test_what_is_somebodys_own_is_never_said_to_be_the_same(fields: dict[str, Any]) -> None:
    other, case = make.case(kind=FAULT), make.case(**{"kind": FAULT} | fields)
    with pytest.raises(Refused, match="only of something broken in public space"):
        me_too(case, other)


def test_every_category_but_those_of_public_space_without_somebody_behind_them_is_closed() -> None:
    leaves = [leaf for leaf in make.town().catalogue.by_id.values() if leaf.is_leaf]
    open_ = {leaf.code for leaf in leaves if is_of_all(leaf)}
    assert make.LAMP in open_
    assert not {leaf.code for leaf in leaves if leaf.procedure_code == "petition" or leaf.retention != "fault"} & open_
    assert not {"urban.stalls", "environment.fumes", "environment.noise", "urban.parking"} & open_
    for leaf in leaves:
        if leaf.code not in open_ and not leaf.door_code:
            case = make.case(kind=FAULT, category=leaf.code)
            assert not may_say_me_too(make.resident(case), case, make.town()), leaf.code


def test_whoever_left_the_kind_as_it_stood_on_the_form_may_say_it_of_what_others_called_broken() -> None:
    other, case = make.case(kind=FAULT), make.case(kind=Kind.HELP)
    me_too(case, other)
    assert make.fresh(case).says_same_id == other.pk
    assert numbers(other) == []


def test_one_line_a_week_the_newest_first_and_no_more_than_three() -> None:
    weeks = [[make.case(kind=FAULT, at=make.MONDAY - n * WEEK) for _ in range(2)] for n in range(SHOWN + 1)]
    case = make.case(kind=FAULT)
    assert numbers(case) == [first.pk for first, _ in weeks[:SHOWN]]
    assert [each.monday for each in here_already(case)] == [(make.MONDAY - n * WEEK).date() for n in range(SHOWN)]


def test_those_that_are_linked_are_shown_as_their_main_one() -> None:
    main, linked = two_lamps()
    link(linked, main)
    case = make.case(kind=FAULT)
    assert numbers(case) == [main.pk]
    with pytest.raises(Refused, match="not here any more"):
        me_too(case, linked)


def test_the_second_of_two_presses_is_refused() -> None:
    other, case = two_lamps()
    stale = make.fresh(case)
    me_too(case, other)
    with pytest.raises(Refused, match="just changed"):
        say_me_too(by=make.resident(case), case=stale, other=other.pk, at=make.LATER)
    assert facts.entries(case).count("case.me_too_said") == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_six_presses_at_the_same_moment_one_is_written() -> None:
    other, case = two_lamps()
    copies = [make.fresh(case) for _ in range(6)]
    together = Barrier(len(copies))

    def press(copy: Case) -> str:
        together.wait(timeout=30)
        try:
            say_me_too(by=make.resident(copy), case=copy, other=other.pk, at=make.LATER)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(copies)) as pool:
        answers = sorted(pool.map(press, copies))
    assert answers == ["", *[JUST_CHANGED] * 5]
    assert facts.entries(case).count("case.me_too_said") == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
def test_they_are_found_along_an_index_of_open_cases_by_category_and_place() -> None:
    _, case = two_lamps()
    said: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 – Django's own
        said.append((text, params))
        return execute(text, params, many, context)

    with connection.execute_wrapper(note):
        here_already(case)
    ((text, params),) = said
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {text}", params)
        plan = "\n".join(row[3] for row in cursor.fetchall())
    assert "case_alike (category_id=? AND area_id=? AND received_at>? AND received_at<?)" in plan
    assert "SCAN" not in plan
