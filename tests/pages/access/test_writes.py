"""Whoever has nothing to do with a case sends the very forms that its own office gets: nothing about it changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests import make, make_colleagues, make_petition
from tests.house.placed import PLACED
from tests.house.who_sees_what import Viewer
from tests.pages.access.circumstances import CIRCUMSTANCES, in_circumstances
from tests.pages.access.crowd import EVERYBODY, FORGERS, Somebody, Thing, somebody
from tests.pages.access.sending import Form, changes, name_of, read, send, state_of
from yimen.cases.models import Case
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import (
    Judgement,
    ask_for_time,
    ask_office,
    begin_hearing,
    link_case,
    rate_case,
    wish_recusal,
)
from yimen.kernel import clock
from yimen.people.models import Post
from yimen.people.rules import Role
from yimen.routing.rules import Kind
from yimen.supervision.verbs.instruct_office import instruct_office

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
#: Addresses of a case from which nothing is sent: they show something.
READ_ONLY = {"desk_file", "desk_paper", "desk_case"}
#: What has to fit together, so that no first choice will do.
BY_HAND = {"desk_kind": {"kind": Kind.FAULT.value, "category": make.LAMP, "about_office": ""}}
#: Kinds of pages of a case that staff have.
AT_THE_DESK = ("case", "whole case", "paper of a case", "between offices")


@pytest.fixture(autouse=True)
def _on_a_working_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever day it is: what may be done now does not hang on it."""
    monkeypatch.setattr(clock, "now", lambda: make.LATER)


def _unhappy() -> Case:
    case = make.answered_case(at=clock.now())
    rating = Judgement(Solved.NO, Satisfied.NO, visits=1)
    rate_case(by=make.resident(case), case=case, rating=rating, at=clock.now())
    return case


def _waits_for_time() -> Case:
    case = make_petition.accepted_petition(at=clock.now())
    ask_for_time(by=make.holder(case), case=case, reason="It takes longer.", at=clock.now())
    return case


def _heard() -> Case:
    case = make_petition.reviewed_case(at=clock.now())
    begin_hearing(by=make_petition.reviewer(case), case=case, at=clock.now())
    return case


def _instructed() -> Case:
    case, at = make.accepted_case(at=clock.now()), clock.now()
    until = clock.day_of(at) + timedelta(days=5)
    instruct_office(by=make.supervisor(), case=case, text="Say why.", until_on=until, at=at)
    return case


def _wished() -> Case:
    case = make.accepted_case(at=clock.now())
    wish_recusal(by=make.resident(case), case=case, why="A cousin.", at=clock.now())
    return case


def _linked() -> Case:
    main, case = make.accepted_case(at=clock.now()), make.accepted_case(at=clock.now())
    link_case(by=make.handler(), case=case, main=main.pk, at=clock.now())
    return case


def _shared() -> Case:
    case, at = make.accepted_case(at=clock.now()), clock.now()
    ask_office(by=make.handler(), case=case, office="KS-education", question=make_colleagues.PART, at=at)
    return case


def _objected() -> Case:
    return make.objected_case(at=clock.now())


#: Cases in as many states as it takes until every form has once been there. The first two are called as the crowd's
#: own are, because circumstances are made from those.
CASES: dict[str, Callable[[], Case]] = {
    "lamp": lambda: make.case(at=clock.now()),
    "accusing": lambda: make.case(at=clock.now(), accused_office="KS-urban"),
    "accepted": lambda: make.accepted_case(at=clock.now(), kind=Kind.DISPUTE),
    "open": lambda: make.open_case(at=clock.now()),
    "shared": _shared,
    "handed": lambda: make.handed_case(at=clock.now()),
    "objected": _objected,
    "unhappy": _unhappy,
    "accepted petition": lambda: make_petition.accepted_petition(at=clock.now()),
    "waits for time": _waits_for_time,
    "in review": lambda: make_petition.reviewed_case(at=clock.now()),
    "heard": _heard,
    "instructed": _instructed,
    "wished": _wished,
    "linked": _linked,
}


@dataclass(frozen=True)
class Written:
    """A case, those who work with it, and the forms by which they change something."""

    thing: Thing
    forms: list[Form]

    @property
    def case(self) -> Case:
        return self.thing.case


def rightful(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The posts of the office that has it (and of one that was asked), and the supervisors above; none accused."""
    asked = set(case.enquiries.values_list("to_office_id", flat=True))
    posts = Post.objects.select_related("office").filter(role__in=LOOKING_ROLES).order_by("role", "pk")
    free = [p for p in posts if not case.accused_office or not p.office.path.startswith(case.accused_office.path)]
    has = tuple(p.code for p in free if p.office_id in {case.office_id, *asked})
    above = tuple(p.code for p in free if p.role == Role.SUPERVISOR and case.office.path.startswith(p.office.path))
    return has, above


def written() -> list[Written]:
    """All cases; of each form one, from the first case on which whoever may send it changes something."""
    things, known, found = [], set[str](), []
    for code, maker in CASES.items():
        case = make.fresh(maker())
        has, above = rightful(case)
        handed = tuple(f"{office.removeprefix('KS-')}-{role}" for office in _handed_on(case) for role in Role)
        things.append(Thing(code, case, 1, has, above, handed))
    for thing in things:
        forms: list[Form] = []
        for post in dict.fromkeys((*thing.has_it, *thing.above)):
            forms += _new_forms(somebody(post, things).client, thing.case, known)
        found.append(Written(thing, forms))
    return found


def _handed_on(case: Case) -> list[str]:
    return list(case.handings.values_list("from_office__code", flat=True))


def _new_forms(client: Client, case: Case, known: set[str]) -> Iterator[Form]:
    """The forms of addresses that no case had before, as this person gets them."""
    begin = f"/desk/cases/{case.pk}/"
    forms, links = read(client, begin)
    paths = sorted({path for path in (*links, *(to for to, _ in forms)) if path.startswith(begin)})
    for path in paths:
        name = name_of(path)
        if name in known or PLACED[name] not in AT_THE_DESK:
            continue
        there = [form for form in forms if form[0] == path] or read(client, path)[0]
        sent = [(path, typed | BY_HAND.get(name, {})) for to, typed in there if to == path]
        living = [form for form in sent if changes(client, form, case)]
        if living:
            known.add(name)
            yield from living


def forms_of_all(all_written: list[Written]) -> set[str]:
    """The names of the addresses that have a form here."""
    return {name_of(path) for each in all_written for path, _ in each.forms}


State = dict[str, dict[str, list[Any]]]


def states(all_written: Iterable[Written]) -> State:
    """All that stands about these cases, by what they are called."""
    return {each.thing.code: state_of(each.case) for each in all_written}


def changed(who: Somebody, all_written: Iterable[Written], before: State) -> Iterator[str]:
    """What somebody changes that is not theirs; afterwards it is as it was."""
    theirs = {Viewer.HAS_IT, Viewer.ABOVE, Viewer.ASKED}
    foreign = [each for each in all_written if who.viewer(each.thing) not in theirs]
    with transaction.atomic():
        for each in foreign:
            for form in each.forms:
                answer = send(who.client, form, each.case)
                if answer.status_code >= 500:
                    yield f"{who.post} {form[0]}: {answer.status_code}"
        for each in foreign:
            if state_of(each.case) != before[each.thing.code]:
                yield f"{who.post} changed {each.thing.code} by one of {[path for path, _ in each.forms]}"
        transaction.set_rollback(True)


def test_nobody_changes_a_case_of_others_and_its_own_office_does() -> None:
    """One test, because the forms are gathered once: they are the same for everybody."""
    all_written = written()
    things = [each.thing for each in all_written]
    before = states(all_written)
    found: list[str] = []
    for name in (who for who in EVERYBODY if who not in FORGERS):
        found += changed(somebody(name, things), all_written, before)
    for name in CIRCUMSTANCES:
        with transaction.atomic():
            who, tried = in_circumstances(name, things)
            those = [each for each in all_written if each.thing in tried]
            found += changed(who, those, states(those))
            transaction.set_rollback(True)
    assert not found, "\n".join(found)
    of_cases = {name for name, kind in PLACED.items() if kind in AT_THE_DESK}
    assert of_cases - forms_of_all(all_written) == READ_ONLY, "a case in CASES on which it can be done"
