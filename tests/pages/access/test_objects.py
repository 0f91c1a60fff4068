"""Things that are no cases and belong to somebody, asked for by number: nobody else reads or changes them."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.urls.exceptions import Resolver404

from tests import make
from tests.house.addresses import patterns
from tests.house.placed import PLACED
from tests.pages.access.asking import ENDING, OF_A_CASE, TYPED, body
from tests.pages.access.crowd import EVERYBODY, FORGERS, somebody
from tests.pages.access.objects import MARK, OBJECTS, Owned
from tests.pages.access.sending import Form, changes, on_page, read, send, state_of
from yimen.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
#: Parts of addresses that are the numbers of cases and their files; test_who_sees_what tries those.
OF_CASES = {"pk", "case", "file", "number"}
#: What is shown, heard or fetched, and changed from no page of its own. (An enquiry is, with its case: test_writes.)
NOTHING_TO_SEND = {"sheet", "slide", "answer", "sitting", "enquiry"}
NOW = make.MONDAY + timedelta(days=8)
WHO = [who for who in EVERYBODY if who not in FORGERS]


@dataclass(frozen=True)
class Numbered:
    """An address with a number in it: its name, and which part is that of the thing."""

    name: str
    part: str
    kinds: dict[str, str]  # of all its parts, by their converters

    def filled(self, thing: Owned) -> str:
        """For this thing."""
        values: dict[str, Any] = {other: thing.case if other in OF_CASES else "open" for other in self.kinds}
        return reverse(self.name, kwargs={**values, self.part: thing.row.pk})


def _numbered() -> dict[str, list[Numbered]]:
    """What stands in OBJECTS → the addresses that have such a number."""
    found: dict[str, list[Numbered]] = {}
    for _, name, pattern in patterns():
        kinds = {part: type(how).__name__ for part, how in pattern.pattern.converters.items()}
        for part in (part for part, kind in kinds.items() if kind == "IntConverter"):
            if part not in OF_CASES or (part == "pk" and PLACED[name] not in OF_A_CASE and not _is_between(name)):
                found.setdefault(name if part == "pk" or name in OBJECTS else part, []).append(
                    Numbered(name, part, kinds)
                )
    return found


def _is_between(name: str) -> bool:
    return PLACED[name] == "between offices"


def test_every_number_in_an_address_has_a_row_to_be_tried_with() -> None:
    assert set(_numbered()) == set(OBJECTS), "one line in OBJECTS: the row, and the posts whose work it is"


@pytest.mark.parametrize("name", WHO)
def test_what_belongs_to_others_is_not_read_and_stays_as_it_is(name: str) -> None:
    make.town()
    owned = {key: maker() for key, maker in OBJECTS.items()}
    who = somebody(name, [])
    _just_proved(who.client)
    for key, addresses in _numbered().items():
        thing = owned[key]
        if name in thing.owners:
            continue
        before = thing.now()
        for address in addresses:
            path = address.filled(thing)
            typed = TYPED | {"version": str(getattr(thing.row, "version", TYPED["version"]))}
            answers = [who.client.get(path)] + ([] if address.name in ENDING else [who.client.post(path, typed)])
            for answer in answers:
                assert answer.status_code in {200, 302, 401, 403, 404, 405}, path
                assert MARK not in body(answer), path
        assert thing.now() == before, f"{name} changed {key}"


@pytest.fixture(autouse=True)
def _on_a_working_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is called at night, nor on a holiday."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def _just_proved(client: Client) -> None:
    """As if they had typed their password a moment ago: what is asked of everybody must not hide what is not."""
    session = client.session
    if "_auth_user_id" in session:
        proved = {"method": "password", "at": time.time(), "reauthenticated": True}  # noqa: TID251 – allauth reads this clock
        session["account_authentication_methods"] = [proved]
        session["account_authentication_methods_user"] = session["_auth_user_id"]
        session.save()


def _forms(thing: Owned, addresses: list[Numbered]) -> Iterator[Form]:
    """The forms by which an owner changes something about the thing, one owner after the other."""
    known: set[object] = set()
    for post in sorted(thing.owners):
        client = somebody(post, []).client
        _just_proved(client)
        for forms in _pages(client, thing, addresses):
            mine = [form for form in forms if _is_about(form[0], thing, addresses) and _sort(form) not in known]
            for form in mine:
                if _sort(form) not in known and changes(client, form, thing.row):
                    known.add(_sort(form))
                    yield form
            there = known | {_sort(form) for form in mine}
            for form in (form for form in mine if _sort(form) not in known):
                steps = _second_steps(client, form, thing, there)
                known |= {_sort(step) for step in (form, *steps)} if steps else set()
                yield from [form, *steps] if steps else []


def _sort(form: Form) -> object:
    """Two forms with the same fields and the same button are one: who may send it does not hang on what is typed."""
    to, typed = form
    return to, frozenset(typed), *(typed.get(button) for button in ("what", "do", "outcome"))


def _second_steps(client: Client, first: Form, thing: Owned, there: set[object]) -> list[Form]:
    """The living forms of the page that one gets by a form which only shows what the next one is about."""
    with transaction.atomic():
        forms, _ = on_page(first[0], send(client, first, thing.row))
        new = [form for form in forms if _sort(form) not in there and form[0] == first[0]]
        steps = [form for form in new if changes(client, form, thing.row)]
        transaction.set_rollback(True)
    return steps


def _pages(client: Client, thing: Owned, addresses: list[Numbered]) -> Iterator[list[Form]]:
    """The pages about a thing, the list that it stands in, and those about it to which they lead; with their forms."""
    own = [address.filled(thing) for address in addresses]
    todo, seen = own + sorted({urljoin(path, "..") for path in own}), set[str]()
    while todo:
        path = todo.pop(0)
        if path not in seen:
            seen.add(path)
            forms, links = read(client, path)
            todo += sorted(link for link in links if _is_about(link, thing, addresses) and not _is_paper(link))
            yield forms


def _is_about(path: str, thing: Owned, addresses: list[Numbered]) -> bool:
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return any(found.view_name == a.name and found.kwargs.get(a.part) == thing.row.pk for a in addresses)


def _is_paper(path: str) -> bool:
    """A PDF takes its time, and has no form."""
    return resolve(path).view_name == "desk_mediation_paper"


def test_the_forms_of_their_owners_change_nothing_in_the_hands_of_others() -> None:
    """One test, because the forms are gathered once."""
    make.town()
    owned = {key: maker() for key, maker in OBJECTS.items()}
    numbered = _numbered()
    forms = {key: list(_forms(thing, numbered[key])) for key, thing in owned.items()}
    before = {key: state_of(thing.row) for key, thing in owned.items()}
    found: list[str] = []
    for name in WHO:
        found += _changed(name, owned, forms, before)
    assert not found, "\n".join(found)
    assert {key for key, sent in forms.items() if not sent} == NOTHING_TO_SEND


def _changed(
    name: str, owned: dict[str, Owned], forms: dict[str, list[Form]], before: dict[str, dict[str, list[Any]]]
) -> Iterator[str]:
    """What somebody changes that is not theirs, or reads by sending; afterwards it is as it was."""
    foreign = [key for key in owned if name not in owned[key].owners]
    with transaction.atomic():
        client = somebody(name, []).client
        _just_proved(client)
        for key in foreign:
            for form in forms[key]:
                answer = send(client, form, owned[key].row)
                gives_away = MARK in body(answer) and MARK not in str(form)  # what one has typed may come back
                if answer.status_code not in {200, 302, 401, 403, 404, 405} or gives_away:
                    yield f"{name} {form[0]}: {answer.status_code}"
        yield from (f"{name} changed {key}" for key in foreign if state_of(owned[key].row) != before[key])
        transaction.set_rollback(True)
