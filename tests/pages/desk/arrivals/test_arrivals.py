"""Held mail at the desk: nothing is shown before a look is noted, and then it is taken in or put away."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests import make, make_mail
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.files.queries import files_of
from yimen.intake.channels import INLETS
from yimen.intake.models import Arrival
from yimen.intake.taking import take_waiting
from yimen.kernel.receipts import read
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
SAID = "zqlamp is dark"
HIDDEN = ("zqlamp", "zqtitle", "zqnote", "zqprogram")


def waiting(**head: str) -> Arrival:
    return make_mail.held(make_mail.mail(SAID, sender="", subject="zqtitle", files=(("zqnote.txt", b"Left."),), **head))


def send(what: str, arrival: Arrival, who: str = "one-door-clerk", **typed: str) -> Any:  # noqa: ANN401 – the client's own
    form = {"what": what, "version": str(arrival.version), "language": "en"} | typed
    return browser(make.posted(who)).post(f"/desk/arrivals/{arrival.pk}/", form)


def test_the_list_and_the_closed_page_give_nothing_of_it_away(sql: Callable[..., Any]) -> None:
    arrival = waiting()
    make_mail.taken(make_mail.mail("zqprogram", Precedence="bulk"))
    client = browser(make.clerk())
    client.get("/desk/arrivals/")  # what a process reads once is read
    with sql(at_most=12):
        listed = text(client.get("/desk/arrivals/"))
    with sql(at_most=12):
        closed = text(client.get(f"/desk/arrivals/{arrival.pk}/"))
    programs = text(client.get("/desk/arrivals/?which=automatic"))
    assert "does not say where an answer can go" in listed
    assert "does not say where an answer can go" in closed
    assert "A program wrote it" in programs
    assert "A program wrote it" not in listed
    assert not [word for word in HIDDEN if word in listed + closed + programs]
    assert len(looks_of(arrival.ref)) == 0


def test_opened_it_is_read_and_the_look_is_noted_each_time() -> None:
    arrival = waiting()
    page = text(send("open", arrival))
    assert SAID in page
    assert "zqtitle" in page
    assert "zqnote.txt" in page
    assert "In danger? Call at once:" in page
    send("open", arrival)
    assert [look.purpose for look in looks_of(arrival.ref)] == ["arrival", "arrival"]


def test_taken_in_by_hand_it_is_a_case_with_its_files_and_the_receipt_is_shown_once() -> None:
    arrival = waiting()
    answer = send("take", arrival, words="The lamp is dark.", category=make.LAMP, needs="aloud")
    assert answer.status_code == 302
    case = Case.objects.get()
    assert (case.words, case.channel, case.tell, case.needs) == ("The lamp is dark.", "letter", "here", "aloud")
    assert case.office.code == "KS-urban"
    assert [file.name for file in files_of(case.ref)] == ["zqnote.txt"]
    assert "arrival" in {look.purpose for look in looks_of(case.ref)}
    told = text(answer.client.get("/desk/arrivals/"))
    assert any(read(word.strip(".")) for word in told.split())
    assert not any(read(word.strip(".")) for word in text(answer.client.get("/desk/arrivals/")).split())
    assert send("take", arrival, words="Again.").status_code == 404


def test_one_with_an_address_gets_its_receipt_by_mail() -> None:
    arrival = make_mail.taken(make_mail.mail("I am away.", Auto_Submitted="auto-replied"))
    assert send("take", arrival, words="The lamp is dark.").status_code == 302
    assert [letter.code for letter in make_mail.letters()] == ["case-received-by-mail"]


def test_put_away_with_a_reason_it_is_gone_and_without_one_nothing_typed_is_lost() -> None:
    arrival = waiting()
    page = text(send("discard", arrival, words="zqtyped"))
    assert "Please write something here" in page
    assert "zqtyped" in page
    stale = text(send("discard", arrival, version="77", reason="zqreason"))
    assert "just changed" in stale
    assert "zqreason" in stale
    assert send("discard", arrival, reason="An advertisement.").status_code == 302
    assert Arrival.objects.get().stage == "discarded"


@pytest.mark.parametrize(
    "who", ["one-door-1-clerk", "urban-handler", "one-door-supervisor", "town-office-administrator"]
)
def test_only_clerks_of_the_towns_own_desk_have_it(who: str) -> None:
    arrival = waiting()
    client = browser(make.posted(who))
    assert client.get("/desk/arrivals/").status_code == 403
    for what in ("open", "take", "discard"):
        answer = send(what, arrival, who, words="x", reason="x")
        assert (answer.status_code, [word for word in HIDDEN if word in text(answer)]) == (403, [])
    assert (Arrival.objects.get().stage, len(looks_of(arrival.ref))) == ("held", 0)


def test_what_killed_the_workers_is_shown_as_it_came_and_kills_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    arrival = make_mail.received(make_mail.mail("zqlamp"))
    Arrival.objects.filter(pk=arrival.pk).update(tries=3)
    take_waiting(make.MONDAY)
    monkeypatch.setitem(INLETS, "mail", replace(INLETS["mail"], read=lambda _: pytest.fail("read again")))
    page = text(send("open", Arrival.objects.get()))
    assert "zqlamp" in page
    assert "Subject: A lamp" in page


def test_what_nobody_can_read_is_shown_as_it_came_and_runs_nowhere() -> None:
    arrival = make_mail.taken(b"<script>alert(1)</script> no mail at all \xff")
    page = text(send("open", arrival))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; no mail at all" in page
    assert send("open", Arrival(pk=2**63, version=1)).status_code == 404
