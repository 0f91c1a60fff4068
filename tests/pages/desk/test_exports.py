"""Exports at the desk: asked on a page, agreed on another person's, taken once, safe in a table program."""

import csv
from io import StringIO

import pytest

from tests import make, make_colleagues
from tests.pages.desk.browsing import browser, text
from yimen.exports.models import Export
from yimen.kernel import clock
from yimen.people.models import Staff
from yimen.people.rules import Role
from yimen.people.verbs.give_password import give_password
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
ASKED = {"purpose": "take_meeting", "is_open": "1", "category": "", "why": "The office meets."}


def ask(**typed: str) -> Export:
    answer = browser(make.handler()).post("/desk/exports/", ASKED | typed)
    assert answer.status_code == 302, text(answer)
    return Export.objects.latest("id")


def send(acting: str, export: Export, what: str, version: int | None = None, **typed: str):  # type: ignore[no-untyped-def] # noqa: ANN201 – the test client's own
    client = browser(make.posted(acting))
    version = version or Export.objects.get(pk=export.pk).version
    return client.post(f"/desk/exports/{export.pk}/", {"what": what, "version": str(version)} | typed)


def test_two_persons_and_the_file_can_be_fetched_once() -> None:
    case = make.case(words="=HYPERLINK(1)", place_words="-2+3", contact_name="＝1")
    export = ask(with_contacts="on")
    assert "second person has to agree" in text(send("urban-handler", export, "take"))
    assert "Somebody else has to agree" in text(send("urban-handler", export, "agree"))
    assert send("urban-supervisor", export, "agree").status_code == 302
    file = send("urban-handler", export, "take")
    assert file["Content-Disposition"] == 'attachment; filename="cases.csv"'
    assert "no-store" in file["Cache-Control"]
    rows = list(csv.reader(StringIO(file.content.decode("utf-8-sig"))))
    assert rows[1][0] == str(case.pk)
    assert "'=HYPERLINK(1)" in rows[1]
    assert "'-2+3" in rows[1]
    assert not any(cell.startswith(("=", "-", "+", "@", "＝")) for row in rows for cell in row)
    assert "taken out already" in text(send("urban-handler", export, "take"))
    assert len(looks_of(case.ref)) == 1


def test_others_find_nothing_there_and_hidden_fields_change_nothing() -> None:
    make.case()
    export = ask(cases="1", office="2", staff="3", with_contacts="")
    for post in ("housing-handler", "housing-supervisor", "one-door-clerk", "town-office-administrator"):
        for what in ("agree", "refuse", "take"):
            assert send(post, export, what).status_code == 404
    assert browser(make.administrator()).get("/desk/exports/").status_code == 403
    assert browser(make.handler()).get("/desk/exports/" + "9" * 30 + "/").status_code == 404
    assert Export.objects.get().stage == "asked"


def test_a_stale_page_and_an_odd_one_are_answered_in_words() -> None:
    make.case()
    export = ask()
    assert "just changed" in text(send("urban-supervisor", export, "agree", version=77))
    assert send("urban-supervisor", export, "fly").status_code == 200
    assert send("urban-supervisor", export, "refuse", answer="Read them here.").status_code == 302
    assert "Read them here." in text(browser(make.handler()).get(f"/desk/exports/{export.pk}/"))


def test_whoever_is_new_reads_why_they_cannot_agree_and_may_refuse() -> None:
    make.case()
    export = ask()
    new = make_colleagues.colleague("puppet", "urban", Role.SUPERVISOR)
    name = Staff.objects.get(pk=new.staff_id).username
    give_password(by=make.administrator(), username=name, password="a lamp on the long bridge", at=clock.now())
    client = browser(new)
    page = text(client.get(f"/desk/exports/{export.pk}/"))
    assert "two weeks" in page
    assert 'value="agree"' not in page
    sent = {"what": "refuse", "version": str(Export.objects.get(pk=export.pk).version), "answer": "Not needed."}
    assert client.post(f"/desk/exports/{export.pk}/", sent).status_code == 302
    assert Export.objects.get().stage == "refused"


def test_the_list_is_paged_and_names_no_resident() -> None:
    make.case(contact_name="zqname", words="A zqlamp.")
    ask()
    page = text(browser(make.supervisor("urban")).get("/desk/exports/?before=x"))
    assert "Waits for a second person" in page
    assert "zq" not in page
