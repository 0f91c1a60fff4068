"""Everybody tries every address, with cases of their own, of others, handed on, and about their own office."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests import make
from tests.house.who_sees_what import KINDS, PLACED, Viewer, unplaced
from tests.pages.access.asking import (
    OF_A_CASE,
    SEARCH,
    Asked,
    about_no_case,
    addresses,
    answers,
    body,
    cell_for,
    hidden,
    leaks,
    wrong,
)
from tests.pages.access.circumstances import CIRCUMSTANCES, in_circumstances
from tests.pages.access.crowd import (
    DEPARTMENT,
    EVERYBODY,
    LANTERN,
    POSTS,
    Somebody,
    Thing,
    one_of,
    role_of,
    somebody,
    things,
)
from yimen.people.models import Appointment, Post
from yimen.people.rules import Role
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
#: Those who open a case, each in their own way.
OPENING = {Viewer.HAS_IT, Viewer.ABOVE, Viewer.HANDED_ON, Viewer.ASKED}
#: Pages that depend on the post.
OF_A_POST = ("any post", "leave", "leave from a post", "own list")


def test_every_address_has_a_place_in_the_table() -> None:
    assert list(unplaced(PLACED)) == []
    assert all(kind in KINDS for kind in PLACED.values())
    assert all(len(cells) == len(Viewer) for _, cells in KINDS.values())


def complaints(who: Somebody, asked: Asked, thing: Thing | None, foreign: list[Thing]) -> Iterator[str]:
    """All that is wrong with what this person gets at this address."""
    for what, response in answers(who, asked):
        if problem := wrong(what, response, cell_for(who, asked, thing)):
            yield problem
        yield from leaks(what, response, hidden(who, foreign, thing, asked))


@pytest.mark.one_database  # policies decide; the queries behind them run on both in tests/verbs and tests/pages
@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_sees_what_they_should_not(name: str) -> None:
    foreign = things()
    who = somebody(name, foreign)
    found = [problem for asked in about_no_case() for problem in complaints(who, asked, None, foreign)]
    found += about_cases(who, foreign, OF_A_CASE, foreign)
    assert not found, "\n".join(found)


@pytest.mark.one_database
@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_nor_does_anybody_in_other_circumstances(name: str) -> None:
    """What is the same for everybody, and the pages that set up the town, were tried with posts above."""
    foreign = things()
    who, tried = in_circumstances(name, foreign)
    found = [problem for asked in addresses(OF_A_POST) for problem in complaints(who, asked, None, foreign)]
    found += about_cases(who, foreign, (*OF_A_CASE[:-1], "between offices"), tried)
    assert not found, "\n".join(found)


def about_cases(who: Somebody, foreign: list[Thing], kinds: tuple[str, ...], tried: list[Thing]) -> list[str]:
    """All that is wrong with what this person gets of the cases that are tried, and leaves behind there."""
    found: list[str] = []
    for thing in tried:
        before, looks = make.fresh(thing.case).version, len(looks_of(thing.case.ref))
        for asked in addresses(kinds, thing):
            found += complaints(who, asked, thing, foreign)
        if make.fresh(thing.case).version != before:
            found.append(f"{who.post} changed {thing.code}")
        if len(looks_of(thing.case.ref)) > looks and who.viewer(thing) not in OPENING:
            found.append(f"{who.post} left a look at {thing.code}, so something was opened")
    return found


#: Marks that differ from page to page by themselves: forms' numbers, challenges, dates of today.
_CHANCE = re.compile(r'value="[^"]{16,}"|"challenge": "[^"]*"')


@pytest.mark.parametrize(
    "name", ["stranger", "other", "none", "market-handler", "market-supervisor", "justice-mediator"]
)
def test_what_others_bring_changes_no_list_and_no_count_of_a_page(name: str) -> None:
    make.town()
    who = somebody(name, [])
    pages = [
        asked for asked in about_no_case() if asked.kind in {"any post", "leave", "own list", "own", "administrators"}
    ]
    before = {asked.path: _CHANCE.sub("", body(who.client.get(asked.path))) for asked in pages}
    things()
    for path, page in before.items():
        assert _CHANCE.sub("", body(who.client.get(path))) == page, path


def test_an_accused_office_is_kept_out_of_whichever_post_its_people_hold() -> None:
    """The same person sits in the accused office and in the one that answers for it."""
    foreign = things()
    accusing = next(thing for thing in foreign if thing.code == "accusing")
    supervisor, clerk = make.supervisor(), make.handler("urban")
    post = Post.objects.get(pk=supervisor.post_id)
    Appointment.objects.filter(post=post).delete()
    Appointment.objects.create(staff_id=clerk.staff_id, post=post, from_on="2020-01-01")
    client = make.signed_in(Client(headers={"Accept-Language": "en"}), make.posted("urban-handler"))
    session = client.session
    session["post"], session["purposes"] = post.pk, {f"{post.pk}:{accusing.case.pk}": "supervise"}
    session.save()
    for asked in addresses(OF_A_CASE, accusing):
        assert client.get(asked.path).status_code in {302, 404}, (asked.path, DEPARTMENT)


def test_those_who_may_read_do_read() -> None:
    """Or the marks that are looked for would prove nothing."""
    foreign = things()
    for thing in foreign:
        for post in (*thing.has_it, *thing.above):
            who = somebody(post, foreign)
            shown = [body(r) for asked in addresses(("case",), thing) for _, r in answers(who, asked)]
            assert any(thing.marks()[0] in page for page in shown), (post, thing.code)
            looks = len(looks_of(thing.case.ref))
            found = body(who.client.get(f"/desk/search/?words={LANTERN}"))
            assert thing.marks()[0] in found, (post, thing.code)
            assert len(looks_of(thing.case.ref)) > looks, "what is found is a noted look"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("standing in for a handler", "handed"), ("standing in above their own accused office", "below"),
        ("standing aside", "answered"), ("standing aside, and in for a colleague", "answered"),
        ("asked for a part", "lamp"),
    ],
)  # fmt: skip
def test_and_so_do_those_whose_circumstances_let_them(name: str, code: str) -> None:
    foreign = things()
    who, _ = in_circumstances(name, foreign)
    thing = one_of(foreign, code)
    shown = [body(r) for asked in addresses(("case",), thing) for _, r in answers(who, asked)]
    assert any(thing.marks()[0] in page for page in shown)


def test_everybody_there_could_be_is_there() -> None:
    assert {role_of(post) for post in POSTS} == set(Role)


def test_the_guard_bites() -> None:
    assert "one line in tests/house/placed.py" in next(unplaced({}))
    foreign = things()
    holder, stranger = somebody("urban-handler", foreign), somebody("stranger", foreign)
    lamp = foreign[0]
    asked = next(a for a in addresses(("case",), lamp) if a.name == "desk_case")
    page = holder.client.get(asked.path)
    assert list(leaks("GET", page, hidden(stranger, foreign, lamp)))
    assert not list(leaks("GET", page, hidden(holder, foreign, lamp)))
    assert wrong("GET", page, cell_for(stranger, asked, lamp))
    search = next(a for a in about_no_case() if a.name == SEARCH)
    page = holder.client.get(f"{search.path}?words={LANTERN}")
    assert list(leaks("GET", page, hidden(somebody("housing-handler", foreign), foreign, None, search)))
    assert not list(leaks("GET", page, hidden(holder, foreign, None, search)))
