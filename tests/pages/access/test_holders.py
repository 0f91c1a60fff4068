"""Several hold a receipt of one case: each tries every page of it, and sends the forms of whoever brought it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.house.placed import PLACED
from tests.make_joint import joined, me, mine
from tests.pages.access.asking import TYPED, Asked, addresses, body
from tests.pages.access.crowd import PARTS, REACHING, Thing
from tests.pages.access.sending import Form, changes, name_of, read, send, state_of
from yimen.cases.joint.holders import helpers_receipt, invitations_from, opened_by
from yimen.cases.joint.rules import Consent
from yimen.cases.models import Case, Holder
from yimen.cases.rules import Way
from yimen.cases.story import story_of
from yimen.cases.verbs import accept_case, add_words, ask_resident, end_helper, leave_case, uninvite_others
from yimen.cases.writing.papers import written_of
from yimen.files.models import StoredFile
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce, receipt_from
from yimen.kernel.seal import derived_key
from yimen.people.models import Office
from yimen.people.rules import Resident
from yimen.routing.rules import Kind

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
OWN = ("own", "own file")
#: Addresses of one's own case from which nothing is sent: they show something.
READ_ONLY = {"own", "own-file", "own-paper", "own-looks", "own-mediation", "own-copy"}
MARK = {part: f"zqlamp{part}" for part in PARTS}
SECOND = "zqsecond"  # how the one who joined is reached
#: Those whose code opens nothing: one who left, and one who has not come yet.
OUTSIDE = ("whoever left", "invited")


@pytest.fixture(autouse=True)
def _on_a_working_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever day it is: what may be done now does not hang on it."""
    monkeypatch.setattr(clock, "now", lambda: make.LATER)


def _asked(case: Case) -> None:
    accept_case(by=make.holder(case), case=case, at=make.LATER)
    ask_resident(by=make.holder(case), case=make.fresh(case), question="Which side?", at=make.LATER)


def _answered(case: Case) -> None:
    make.answered(case, at=make.LATER)


def _answered_by_the_village(case: Case) -> None:
    village = Office.objects.get(code="KS-village-committee").pk
    Case.objects.filter(pk=case.pk).update(office=village, turn_office=village)
    make.answered(make.fresh(case), at=make.LATER)


#: As many states as it takes until every form has once been there.
STATES: dict[str, tuple[Callable[..., Case], Callable[[Case], None]]] = {
    "received": (partial(make.case, kind=Kind.FAULT), lambda _: None),
    "asked": (make.case, _asked),
    "answered": (make.case, _answered),
    "petition": (make.petition, _answered_by_the_village),
}


def at_a_browser(code: str) -> Client:
    """Somebody who has typed this code where receipts are typed."""
    client = Client(headers={"Accept-Language": "en"})
    client.post("/follow/", {"receipt": code})
    return client


def again(client: Client) -> Client:
    """The same browser, before whatever comes next: a page may end what it remembers."""
    same = Client(headers={"Accept-Language": "en"})
    same.cookies = deepcopy(client.cookies)
    return same


def several(state: str) -> tuple[Case, dict[str, Client]]:
    """A case of three who were to be four, brought by a helper; and everybody's browser."""
    maker, then = STATES[state]
    nonce = new_nonce()
    case = maker(
        nonce=nonce, others=3, consent=Consent.SPOKEN.value, is_followed=True, words=MARK["words"],
        place_words=MARK["place"], contact_name=MARK["name"], email=f"{MARK['mail']}@example.org", tell=Way.EMAIL,
        files=(make.file(f"{MARK['file']} in it".encode(), f"{MARK['file']}.txt"),),
    )  # fmt: skip
    invitations = invitations_from(nonce, 3)
    _, second = joined(invitations[0], tell=Way.EMAIL, email=f"{SECOND}@example.org")
    third, left = joined(invitations[1])
    codes = {
        "first": receipt_from(nonce, derived_key("receipt")), "second": second, "helper": helpers_receipt(nonce),
        "whoever left": left, "invited": invitations[2],
    }  # fmt: skip
    browsers = {name: at_a_browser(code) for name, code in codes.items()}
    leave_case(by=me(third), case=mine(third), at=make.LATER)
    add_words(by=make.resident(case), case=make.fresh(case), text=MARK["added"], files=[], at=make.LATER)
    then(make.fresh(case))
    return make.fresh(case), browsers


def ended(case: Case) -> None:
    """The helper's receipt and the invitation are taken back, and the second leaves: it is the first one's alone."""
    first = make.resident(case)
    end_helper(by=first, case=make.fresh(case), at=make.LATER)
    uninvite_others(by=first, case=make.fresh(case), at=make.LATER)
    second = Holder.objects.get(case=case, receipt_hash__isnull=False)
    leave_case(by=Resident(case.pk, second.pk), case=opened_by(second), at=make.LATER)


def own_pages(case: Case) -> list[Asked]:
    """Every page of one's own case, with the numbers of this one."""
    thing = Thing("lamp", case, StoredFile.objects.filter(subject=case.ref).latest("pk").pk, (), paper=_paper(case))
    return list(addresses(OWN, thing))


def _paper(case: Case) -> int:
    town = make.town()
    return next((written.number for written in written_of(case, story_of(case, town), town)), 1)


def seen(client: Client, case: Case) -> Iterator[tuple[Asked, Any]]:
    """All that comes back at every page, looked at and sent to; afterwards it is as it was."""
    for asked in own_pages(case):
        yield asked, again(client).get(asked.path)
        yield asked, again(client).post(asked.path, TYPED)


@pytest.mark.parametrize("state", STATES)
def test_each_reads_what_is_theirs_and_of_the_others_nothing(state: str) -> None:
    case, browsers = several(state)
    found: list[str] = []
    for name in ("first", "second", "helper"):
        marks = {"first": [SECOND], "second": [MARK[part] for part in REACHING]}.get(name, [*MARK.values(), SECOND])
        pages = ""
        for asked, answer in seen(browsers[name], case):
            page = body(answer)
            found += [f"{name}: {asked.path} gives away {mark}" for mark in marks if mark in page + str(answer.headers)]
            pages += page
            if answer.status_code >= 500 or (name == "helper" and asked.name != "own" and answer.status_code != 302):
                found.append(f"{name} {asked.path}: {answer.status_code}")
        reads = ["Where the case stands"] if name == "helper" else [MARK[p] for p in PARTS if p not in REACHING]
        found += [f"{name} does not read {words}, so the marks prove nothing" for words in reads if words not in pages]
    for name in OUTSIDE:
        _is_asked_again(browsers[name], case)
    assert not found, "\n".join(found)


def _is_asked_again(client: Client, case: Case) -> None:
    for asked in own_pages(case):
        assert again(client).get(asked.path)["Location"].startswith("/follow/"), asked.path
        answer = again(client).post(asked.path, TYPED)
        assert answer.status_code in {200, 302}, asked.path
        assert MARK["words"] not in body(answer), asked.path


def forms_of(client: Client, case: Case) -> list[Form]:
    """The forms by which whoever brought it changes something."""
    pages = [asked.path for asked in own_pages(case) if asked.kind == "own"]
    forms = [form for path in pages for form in read(client, path)[0] if PLACED[name_of(form[0])] in OWN]
    unique = {(to, tuple(sorted(typed.items()))): (to, typed) for to, typed in forms}
    return [form for form in unique.values() if changes(again(client), form, case)]


def test_the_forms_of_whoever_brought_it_change_nothing_in_other_hands() -> None:
    """One test, because together the states have every form."""
    make.accepted_case(kind=Kind.FAULT, words="Another's lamp, which is the same one.")
    tried: set[str] = set()
    for state in STATES:
        case, browsers = several(state)
        forms = forms_of(browsers["first"], case)
        change_nothing(case, forms, [browsers[name] for name in (*OUTSIDE, "helper")])
        ended(case)
        for name in set(browsers) - {"first"}:
            _is_asked_again(browsers[name], case)
        forms += forms_of(browsers["first"], make.fresh(case))
        change_nothing(case, forms, [browsers[name] for name in set(browsers) - {"first"}])
        tried |= {name_of(path) for path, _ in forms}
    names = {name for name, kind in PLACED.items() if kind in OWN}
    assert names - tried == READ_ONLY, "a state in STATES in which it can be done"


def change_nothing(case: Case, forms: list[Form], clients: list[Client]) -> None:
    """Whatever they send, all that stands about the case stays as it is."""
    before = state_of(case)
    for client in clients:
        for form in forms:
            answer = send(again(client), form, case)
            assert answer.status_code in {200, 302, 404}, form
            assert MARK["words"] not in body(answer), form
            assert state_of(case) == before, form
