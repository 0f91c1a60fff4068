"""The pages of mediators, of the heads of committees, and of administrators."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import Agreement, Committee, Seat, Sitting
from yimen.people.rules import Acting

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
EN = {"Accept-Language": "en"}
FAR = date(2090, 1, 4)


def browser(acting: Acting | None = None) -> Client:
    return make.signed_in(Client(headers=EN), acting or make_it.mediator())


def at(talk: make_it.Talk, act: str = "") -> str:
    return reverse("desk_mediation_act", args=[talk.pk, act]) if act else reverse("desk_mediation", args=[talk.pk])


def do(client: Client, talk: make_it.Talk, act: str, **typed: Any) -> Any:  # noqa: ANN401
    assert client.get(at(talk, act)).status_code == 200
    return client.post(at(talk, act), typed)


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages read the clock; the talk is of the day of the tests."""
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: make_it.AT)


def test_a_mediation_at_the_desk_from_its_name_to_the_seal() -> None:
    talk = make_it.applied()
    client = browser()
    page = client.get(reverse("desk_mediations")).content.decode()
    assert "Neighbours" in page
    page = client.get(at(talk)).content.decode()
    assert "Who could mediate" in page
    assert make_it.CLAIM not in page
    client.post(at(talk), {"post": make_it.mediator().post_id})
    page = client.get(at(talk)).content.decode()
    assert make_it.TASHI in page
    assert make_it.CLAIM not in page
    client.post(at(talk), {"words": make_it.DISCLOSURE})
    assert make_it.CLAIM in client.get(at(talk)).content.decode()
    do(client, talk, "hearing", side=1, found="suitable", words="zqscreen")
    page = do(client, talk, "invitation", words=make_it.SUMMARY, nonce=new_nonce()).content.decode()
    assert make_it.ZHANG in page
    assert talk.row.state == "inviting"


def test_the_rest_of_it() -> None:
    talk, client = make_it.opened(), browser()
    do(client, talk, "session", on="2026-03-05", at="10:00", minutes=60, form="in_person", where="Room 2", alone=0)
    sitting = Sitting.objects.get()
    do(client, talk, "record", sitting=sitting.pk, words="zqrecord", facts="zqfact")
    for act, typed in (
        ("to-side", {"side": 1, "words": "zqone"}), ("to-all", {"words": "zqall"}), ("own-note", {"words": "zqmine"}),
        ("proposal", {"words": "zqhalf"}), ("rights", {"side": 1}), ("rights", {"side": 2}),
    ):  # fmt: skip
        assert do(client, talk, act, **typed).status_code == 302, act
    do(client, talk, "draft", facts="zqf", terms="离婚 zqt", side_0=2, what_0="Mend", by_0="2026-03-20")
    page = client.get(at(talk)).content.decode()
    for mark in ("zqrecord", "zqfact", "zqone", "zqall", "zqmine", "zqhalf", "zqt", "marriage"):
        assert mark in page, mark
    do(client, talk, "fixing")
    digest = talk.written().digest
    scan = SimpleUploadedFile("page.jpg", make_it.pages()[0][1], "image/jpeg")
    do(client, talk, "paper", side=1, signature="Tashi", digest=digest, scan=scan)
    verbs.sign_agreement(by=talk.side(2), digest=digest, name="Zhang", at=make_it.AT)
    do(client, talk, "signature", signature="Mediator", digest=digest, drawn="[[[10,10],[500,200]]]")
    assert "y-signature" in client.get(at(talk)).content.decode()
    assert not Agreement.objects.get(state="fixed").in_force_at
    client.post(at(talk), {"seal": "1"})
    assert talk.row.state == "agreed"
    do(client, talk, "following", place=0, kept="performed")
    do(client, talk, "finishing")
    assert talk.row.ending == "performed"


def test_calling_off_taking_back_and_ending() -> None:
    talk, client = make_it.opened(), browser()
    sitting = make_it.planned(talk)
    do(client, talk, "cancelling", sitting=sitting.pk)
    assert Sitting.objects.get().state == "cancelled"
    assert "somebody else" in do(client, talk, "record", sitting=999, words="x").content.decode()
    do(client, talk, "ending", ending="unsuitable")
    assert talk.row.ending == "unsuitable"
    assert "has ended" in client.get(at(talk, "to-all")).content.decode()


@pytest.mark.parametrize("who", [make.handler, make.supervisor, make.administrator, make.area_lead])
def test_nobody_else_has_a_door(who: Any) -> None:  # noqa: ANN401
    talk, client = make_it.opened(), browser(who())
    for address in (at(talk), at(talk, "to-all"), reverse("desk_mediation_offer")):
        assert client.get(address).status_code == 404
    page = client.get(reverse("desk_mediations")).content.decode()
    assert "Neighbours" not in page
    assert "Only mediators" in page


def test_whoever_is_named_may_decline() -> None:
    talk, client = make_it.named(), browser()
    client.post(at(talk), {"decline": "1"})
    assert talk.row.state == "applied"
    assert "declined" in client.get(at(talk)).content.decode()


def test_whoever_declines_while_somebody_else_is_quicker_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def quicker(**_: object) -> None:
        raise Refused(JUST_CHANGED)

    talk, client = make_it.named(), browser()
    monkeypatch.setattr("yimen.desk.pages.mediation.one.decline_naming", quicker)
    assert "Somebody has just changed this." in client.post(at(talk), {"decline": "1"}).content.decode()


def test_a_mediator_offers() -> None:
    committee, client = make_it.committee(), browser()
    typed = {"committee": committee.pk, "kind": "land", "names": "A\nB", "summary": "A boundary", "words": "Nothing"}
    client.get(reverse("desk_mediation_offer"))
    assert client.post(reverse("desk_mediation_offer"), typed | {"names": "A"}).status_code == 200
    assert client.post(reverse("desk_mediation_offer"), typed).status_code == 302


def test_an_administrator_sets_up_a_committee_and_reads_nothing_of_what_it_does() -> None:
    talk = make_it.opened()
    client = browser(make.administrator())
    office, post = make_it.mediator().office_id, make_it.mediator().post_id
    typed = {"code": "KS-new", "level": "village", "office": office, "title": "Duohe", "sign": "多"}
    client.post(reverse("desk_committees"), typed)
    made = Committee.objects.get(code="KS-new")
    here = reverse("desk_committee", args=[made.pk])
    seat = {"post": post, "engaged": "member", "is_head": "on", "from_on": "2026-03-02", "until_on": "2029-03-02"}
    seat |= {"languages": ["bo", "zh-hans"], "kinds": ["land"]}
    assert client.post(here, seat | {"until_on": str(FAR)}).status_code == 200
    assert client.post(here, seat).status_code == 302
    client.post(here, {"studio": "Tashi’s room"})
    client.post(here, {"composed": "yes"})
    page = client.get(here).content.decode()
    assert Seat.objects.get(committee=made).until_on - timedelta(days=1) < date(2029, 3, 2)
    for words in ("three to nine", "Tashi’s room", "was attested"):
        assert words in page
    assert "Duohe" in client.get(reverse("desk_committees")).content.decode()
    assert client.get(reverse("desk_committee", args=[0])).status_code == 404
    assert client.get(at(talk)).status_code == 404


def test_an_agreement_has_as_many_undertakings_as_are_needed() -> None:
    talk, client = make_it.opened(), browser()
    typed: dict[str, object] = {"facts": "zqf", "terms": "zqt", "rows": 2, "side_0": 2, "what_0": "zqfirst"}
    page = do(client, talk, "draft", **typed, more=1).content.decode()
    assert all(mark in page for mark in ("zqf", "zqt", "zqfirst", "Undertaking 3", 'name="rows" value="3"'))
    assert "Please fill this in" not in page
    assert "Undertaking 4" not in page
    assert not Agreement.objects.exists()
    whole = typed | {"rows": 6, "by_0": "2026-03-20", "side_5": 1, "what_5": "zqsixth", "by_5": "2026-03-21"}
    assert do(client, talk, "draft", **whole).status_code == 302
    assert [one.what for one in talk.written().text.promises] == ["zqfirst", "zqsixth"]
    again = client.get(reverse("desk_mediation_act", args=[talk.pk, "draft"])).content.decode()
    assert all(mark in again for mark in ("zqfirst", "zqsixth", "2026-03-21")), "nothing is typed twice"


@pytest.mark.parametrize("rows", ["-1", "x", "99999999999", "21", ""])
def test_a_form_that_was_tampered_with_stays_small(rows: str) -> None:
    talk, client = make_it.opened(), browser()
    page = do(client, talk, "draft", rows=rows, more=1).content.decode()
    assert page.count("<fieldset") <= 20


def test_what_is_promised_has_somebody_who_does_it() -> None:
    talk, client = make_it.opened(), browser()
    page = do(client, talk, "draft", facts="f", terms="t", what_0="Mend", by_0="2026-03-20").content.decode()
    assert "Please fill this in" in page
    assert not Agreement.objects.exists()
