"""The pages of the sides: by a code, without an account."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.receipts import new_nonce, receipt_from, shown
from yimen.mediation.committees.rules import Level
from yimen.mediation.models import Mediation
from yimen.mediation.queries.reading import Named
from yimen.mediation.said_by import in_words, speaker
from yimen.mediation.verbs import sign_paper
from yimen.public.pages.mediation.here import COOKIE

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
EN = {"Accept-Language": "en"}
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}")


def browser(code: str = "") -> Client:
    """A browser, perhaps one that has shown a code."""
    client = Client(headers=EN)
    if code:
        assert client.post(reverse("mediation"), {"code": shown(code)}).status_code == 302
    return client


def applying(**fields: object) -> dict[str, object]:
    """What Tashi types."""
    return {
        "nonce": new_nonce(), "kind": "neighbours", "committee": make_it.committee().pk, "others": "Zhang",
        "claim": make_it.CLAIM, "my_name": "Tashi", "language": "bo", "tell": "here",
    } | fields  # fmt: skip


def test_somebody_asks_for_mediation_gets_a_code_and_sees_their_room() -> None:
    client = browser()
    typed = applying()
    first = client.post(reverse("mediation-apply"), typed)
    second = client.post(reverse("mediation-apply"), typed)
    assert CODE.findall(first.content.decode()) == CODE.findall(second.content.decode())
    assert Mediation.objects.count() == 1
    page = client.get(reverse("mediation-room")).content.decode()
    assert make_it.CLAIM in page
    assert "The committee names a mediator" in page
    assert "leaving" in page


def test_without_the_code_there_is_no_room_and_wrong_codes_are_counted() -> None:
    make.town()
    client = browser()
    assert client.get(reverse("mediation-room"))["Location"] == reverse("mediation")
    client.cookies[COOKIE] = "forged"
    assert client.get(reverse("mediation-room"))["Location"] == reverse("mediation")
    for door in ("mediation", "mediation-invitation"):  # whoever guesses at one door is slowed down at the other
        wrong = [receipt_from(new_nonce(), b"another town") for _ in range(11)]
        statuses = [client.post(reverse(door), {"code": code}).status_code for code in wrong]
    assert (statuses[0], statuses[-1]) == (200, 429)


def test_the_note_of_the_code_says_nothing_and_is_forgotten_with_one_tap() -> None:
    talk = make_it.taken()
    client = browser(talk.codes[1])
    assert talk.codes[1] not in client.cookies[COOKIE].value
    client.post(reverse("mediation-leave"))
    assert client.get(reverse("mediation-room")).status_code == 302
    assert talk.row.state == "intake"


def test_an_invitation_shows_the_summary_and_is_answered() -> None:
    talk = make_it.asked()
    client, code = browser(), shown(talk.invitations[2])
    page = client.post(reverse("mediation-invitation"), {"code": code}).content.decode()
    assert make_it.SUMMARY in page
    assert make_it.CLAIM not in page
    assert "y-draft" not in page
    client.post(reverse("mediation-invitation"), {"code": code, "answer": "later"})
    yes = {"code": code, "answer": "yes", "my_name": "Zhang", "language": "zh-hans", "tell": "here"}
    answered = client.post(reverse("mediation-invitation"), {**yes, "nonce": new_nonce()})
    assert CODE.search(answered.content.decode())
    assert talk.row.state == "choosing"


def test_a_no_ends_it_on_one_page() -> None:
    talk = make_it.asked()
    page = browser().post(reverse("mediation-invitation"), {"code": shown(talk.invitations[2]), "answer": "no"})
    assert "There is no mediation" in page.content.decode()
    assert talk.row.ending == "refused"


def test_each_reads_their_own_room(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    talk = make_it.opened()
    make_it.planned(talk, alone=2)
    tashi, zhang = browser(talk.codes[1]), browser(talk.codes[2])
    for client in (tashi, zhang):
        name = "zqtashi-says" if client is tashi else "zqzhang-says"
        assert client.post(reverse("mediation-act", args=["alone"]), {"words": name}).status_code == 302
    with sql(at_most=12):
        page = tashi.get(reverse("mediation-room")).content.decode()
    assert ("zqtashi-says" in page, "zqzhang-says" in page, make_it.WHERE in page) == (True, False, False)
    page = zhang.get(reverse("mediation-room")).content.decode()
    assert ("zqzhang-says" in page, "zqtashi-says" in page, f"{make_it.WHERE} 2" in page) == (True, False, True)


def test_a_session_goes_into_ones_own_calendar_under_a_title_that_says_nothing() -> None:
    talk = make_it.opened()
    sitting = make_it.planned(talk, alone=2)
    address = reverse("mediation-session", args=[sitting.pk])
    assert browser(talk.codes[1]).get(address).status_code == 404
    text = browser(talk.codes[2]).get(address).content.decode()
    assert "SUMMARY:Appointment" in text
    assert "CLASS:PRIVATE" in text
    assert not any(word in text for word in (make_it.TASHI, make_it.ZHANG, "ediation"))


def test_a_side_signs_the_text_it_reads() -> None:
    talk = make_it.fixed()
    client = browser(talk.codes[1])
    page = client.get(reverse("mediation-act", args=["signature"])).content.decode()
    assert "zqpromise" in page
    digest = talk.written().digest
    assert digest in page
    client.post(reverse("mediation-act", args=["signature"]), {"digest": "another", "name": "Tashi"})
    assert talk.written().signed == {}
    client.post(reverse("mediation-act", args=["signature"]), {"digest": digest, "name": "Tashi"})
    assert set(talk.written().signed) == {"side-1"}


def test_a_side_sees_that_a_signature_in_its_name_was_given_on_paper() -> None:
    talk = make_it.fixed()
    digest = talk.written().digest
    sign_paper(by=talk.mediator(), side=2, digest=digest, name="Zhang", pages=make_it.pages(), at=make_it.AT)
    assert "on paper</a></li>" in browser(talk.codes[2]).get(reverse("mediation-room")).content.decode()


def test_one_button_ends_it_and_the_other_roads_are_told() -> None:
    talk = make_it.opened()
    client = browser(talk.codes[2])
    client.post(reverse("mediation-act", args=["leaving"]))
    for code in talk.codes.values():
        page = browser(code).get(reverse("mediation-room")).content.decode()
        assert "Other roads that are open to you" in page
        assert "A court" in page
    assert client.get(reverse("mediation-act", args=["nothing"])).status_code == 404


def test_what_has_been_forgotten_says_so() -> None:
    from datetime import timedelta  # noqa: PLC0415

    from yimen.mediation.forgetting import forget_mediations  # noqa: PLC0415

    talk = make_it.opened()
    kept = make_it.agreed()
    client = browser(talk.codes[1])
    client.post(reverse("mediation-act", args=["leaving"]))
    later = make_it.AT + timedelta(days=91)
    Mediation.objects.filter(pk=talk.pk).update(ended_at=make_it.AT)
    assert (forget_mediations(later), forget_mediations(later)) == (1, 0)
    assert client.get(reverse("mediation-room")).status_code == 302
    row = talk.row
    assert (row.kind, row.ending, row.case_id, row.entries.count(), row.keys.count()) == (
        "neighbours",
        "left",
        None,
        0,
        0,
    )
    assert kept.row.sides.count() == 2


def test_from_the_page_of_ones_own_case() -> None:
    receipt = make.receipt(words="The wall")
    from yimen.cases.verbs import accept_case  # noqa: PLC0415

    accept_case(by=make.holder(receipt.case), case=make.fresh(receipt.case), at=make.MONDAY)
    client = browser()
    client.post(reverse("follow"), {"receipt": shown(receipt.code)})
    typed = applying()  # sets up a committee
    assert "stands still" in client.get(reverse("own-mediation")).content.decode()
    page = client.post(reverse("own-mediation"), typed)
    assert CODE.search(page.content.decode())
    assert make.fresh(receipt.case).state == "mediating"
    assert "In mediation" in client.get(reverse("own")).content.decode()


def test_where_there_is_no_committee_yet_the_door_leads_on() -> None:
    make.town()
    page = Client(headers={"Accept-Language": "en"}).get("/mediation/application/").content.decode()
    assert "No mediation committee can be chosen here yet." in page
    assert 'href="/tell/"' in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", ["mediator", "The mediator", "you"])
def test_a_side_that_calls_itself_the_mediator_is_still_one_of_the_sides(name: str) -> None:
    impostor = Named(2, 2, "joined", name, chose=True, has_rights=True, interpreter=False, language="en")
    with override("en"):
        assert in_words(speaker(impostor.ref, "side:1", [impostor])) == f"{name}, one of the sides"
        assert in_words(speaker("staff:9", "side:1", [impostor])) == "The mediator"
        assert in_words(speaker(impostor.ref, impostor.ref, [impostor])) == "You"


def test_the_committee_of_ones_own_area_is_proposed_and_a_person_chooses() -> None:
    town = make_it.committee()
    offices = make.town().offices.by_id.values()
    village = next(one for one in offices if one.place_path.endswith("/KS0101/"))
    near = make_it.committee("KS-V", office_id=village.id, level=Level.VILLAGE, names={"en": "Village committee"})
    trade = make_it.committee("KS-T", office_id=village.id, level=Level.TRADE, names={"en": "Market committee"})

    def offered(**query: str) -> tuple[int | None, str]:
        page = browser().get(reverse("mediation-apply"), query)
        form = page.context["form"]
        return form.initial["committee"], page.content.decode()

    chosen, page = offered(place="KS0101")
    assert chosen == near.pk
    assert "For your area" in page
    assert all(f'value="{one.pk}"' in page for one in (town, near, trade))
    assert offered(place="KS02")[0] == town.pk
    for nowhere in ({}, {"place": "nowhere"}):
        assert offered(**nowhere)[0] is None
    assert reverse("mediation-apply") + "?place=KS0101" in browser().get(
        reverse("serves"), {"place": "KS0101"}
    ).content.decode()  # fmt: skip
