"""Everybody tries every address, with cases of their own, of others, handed on, and about their own office."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests import make
from tests.house.who_sees_what import KINDS, PLACED, Viewer, unplaced
from tests.pages.access.asking import (
    OF_A_CASE,
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
from tests.pages.access.crowd import DEPARTMENT, EVERYBODY, Somebody, Thing, somebody, things
from yimen.people.models import Appointment, Post
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_every_address_has_a_place_in_the_table() -> None:
    assert list(unplaced(PLACED)) == []
    assert all(kind in KINDS for kind in PLACED.values())
    assert all(len(cells) == len(Viewer) for _, cells in KINDS.values())


def complaints(who: Somebody, asked: Asked, thing: Thing | None, foreign: list[Thing]) -> Iterator[str]:
    """All that is wrong with what this person gets at this address."""
    for what, response in answers(who, asked):
        if problem := wrong(what, response, cell_for(who, asked, thing)):
            yield problem
        yield from leaks(what, response, hidden(who, foreign, thing))


@pytest.mark.one_database  # policies decide; the queries behind them run on both in tests/verbs and tests/pages
@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_sees_what_they_should_not(name: str) -> None:
    foreign = things()
    who = somebody(name, foreign)
    found = [problem for asked in about_no_case() for problem in complaints(who, asked, None, foreign)]
    for thing in foreign:
        before = make.fresh(thing.case).version
        for asked in addresses(OF_A_CASE, thing):
            found += complaints(who, asked, thing, foreign)
        if make.fresh(thing.case).version != before:
            found.append(f"{name} changed {thing.code}")
        if looks_of(thing.case.ref) and who.viewer(thing) not in {Viewer.HAS_IT, Viewer.ABOVE, Viewer.HANDED_ON}:
            found.append(f"{name} left a look at {thing.code}, so something was opened")
    assert not found, "\n".join(found)


#: Marks that differ from page to page by themselves: forms' numbers, challenges, dates of today.
_CHANCE = re.compile(r'value="[^"]{16,}"|"challenge": "[^"]*"')


@pytest.mark.parametrize(
    "name", ["stranger", "other", "none", "market-handler", "market-supervisor", "justice-mediator"]
)
def test_what_others_bring_changes_no_list_and_no_count_of_a_page(name: str) -> None:
    make.town()
    who = somebody(name, [])
    pages = [asked for asked in about_no_case() if asked.kind in {"any post", "own", "administrators"}]
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
