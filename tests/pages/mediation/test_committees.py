"""Committees as everybody reads them, and as an administrator sets what they mediate."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from tests import make, make_colleagues
from tests import make_mediation as make_it
from tests.pages.mediation.test_desk import browser
from yimen.kernel.receipts import new_nonce
from yimen.mediation import verbs
from yimen.mediation.committees import listing
from yimen.mediation.committees.rules import Level
from yimen.mediation.models import Committee, Seat
from yimen.mediation.rules import Kind
from yimen.people.models import Staff
from yimen.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT
EN = {"Accept-Language": "en"}
Sql = Callable[..., AbstractContextManager[list[str]]]


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: AT)


def test_everybody_reads_posts_and_terms_and_no_name_of_a_person() -> None:
    made, client = make_it.committee(), Client(headers=EN)
    verbs.set_purview(by=make.OPERATOR, committee=made, kinds=[Kind.LABOUR], places=["KS01"], at=AT)
    page = client.get(reverse("mediation-committees")).content.decode()
    assert "Town committee" in page
    page = client.get(reverse("mediation-committee", args=["KS-town"])).content.decode()
    for words in ("Work and wages", "term until", "three to nine members", "Ask for mediation"):
        assert words in page
    verbs.set_up_well(by=make.OPERATOR, committee=made, composed_well=True, at=AT)
    page = client.get(reverse("mediation-committee", args=["KS-town"])).content.decode()
    assert "attested" not in page, "who are too few can't be the members that the law asks for"
    names = Staff.objects.exclude(name="").values_list("name", flat=True)
    assert not any(name in page for name in names if len(name) > 3)
    assert client.get(reverse("mediation-committee", args=["none"])).status_code == 404
    page = client.get(reverse("mediation-apply"), {"committee": "KS-town"}).content.decode()
    assert f'<option value="{made.pk}" selected>Town committee (Work and wages)' in page


def test_an_application_for_another_type_comes_back_with_a_sentence() -> None:
    made, client = make_it.committee(), Client(headers=EN)
    verbs.set_purview(by=make.OPERATOR, committee=made, kinds=[Kind.LABOUR], places=[], at=AT)
    nonce = new_nonce()
    typed = {
        "kind": "land", "others": "B", "claim": "zqwords", "committee": made.pk, "my_name": "A", "language": "en",
        "tell": "here", "nonce": nonce,
    }  # fmt: skip
    page = client.post(reverse("mediation-apply"), typed).content.decode()
    assert "does not mediate this type" in page
    assert "zqwords" in page
    here = reverse("mediation-apply") + "?place=KS"  # somebody who comes from the page of a place
    assert "For this type of dispute" not in client.post(here, typed).content.decode()
    page = client.post(here, typed | {"kind": "labour", "claim": ""}).content.decode()
    assert "For this type of dispute" in page
    assert client.post(reverse("mediation-apply"), typed | {"kind": "moon"}).status_code == 200


def test_an_administrator_sets_what_it_mediates_and_where() -> None:
    made, client = make_it.committee(), browser(make.administrator())
    here = reverse("desk_committee", args=[made.pk])
    client.post(here, {"purview": "1", "purview-kinds": ["land", "labour"], "purview-places": "KS01\nKS0101"})
    made = Committee.objects.get(pk=made.pk)
    assert (made.kinds, made.places) == (["land", "labour"], ["KS01", "KS0101"])
    page = client.post(here, {"purview": "1", "purview-places": "Nowhere"}).content.decode()
    assert "There is no place called Nowhere." in page
    assert Committee.objects.get(pk=made.pk).places == ["KS01", "KS0101"]
    page = client.get(here).content.decode()
    assert page.count("checked") >= 2


def test_a_seat_says_languages_types_and_a_studio() -> None:
    made, client = make_it.committee(), browser(make.administrator())
    here = reverse("desk_committee", args=[made.pk])
    client.post(here, {"studio": "Tashi’s room"})
    studio, post = made.studios.get(), make_it.mediator().post_id
    seat = {"post": post, "engaged": "engaged", "from_on": "2026-03-03", "until_on": "2028-03-03"}
    assert client.post(here, seat).status_code == 200, "somebody who speaks nothing mediates nothing"
    client.post(here, seat | {"languages": ["bo"], "kinds": ["land"], "of_studio": studio.pk})
    made_now = Seat.objects.latest("pk")
    assert (made_now.languages, made_now.kinds, made_now.studio_id) == (["bo"], ["land"], studio.pk)
    page = client.get(here).content.decode()
    assert "Forest, land and pasture boundaries · Tashi’s room" in page


def test_both_lists_turn_their_pages(monkeypatch: pytest.MonkeyPatch, sql: Sql) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    office, make_one = make_it.committee().office_id, verbs.set_up_committee
    for number, level in enumerate((Level.TRADE, Level.VILLAGE, Level.TOWNSHIP, Level.VILLAGE)):
        plan = verbs.CommitteePlan(f"c{number}", level, office, {"en": f"Committee {number}"}, "格")
        make_one(by=make.OPERATOR, plan=plan, at=AT)
    for client, where in (
        (Client(headers=EN), reverse("mediation-committees")),
        (browser(make.administrator()), reverse("desk_committees")),
    ):
        read, there = [], where
        while there:
            page = client.get(there).content.decode()
            read.append(re.findall(r"Town committee|Committee \d", page))
            found = re.search(r'rel="next"\s+href="([^"]+)"', page)
            there = where + found[1] if found else ""
        assert read == [["Town committee", "Committee 2"], ["Committee 1", "Committee 3"], ["Committee 0"]]
    for odd in ("9.1", "1", "1." + "9" * 30, "x", "1.²"):
        page = Client(headers=EN).get(reverse("mediation-committees"), {"after": odd}).content.decode()
        assert "Town committee" in page, "a key that makes no sense begins anew"
    with sql(1):
        listing.page_of_committees(AT.date(), "1.1")


@pytest.mark.parametrize("typed", [{"studio": "Tashi’s room"}, {"composed": "yes"}, {"purview": "1"}])
def test_a_button_that_is_not_for_this_administrator_is_answered_in_words(typed: dict[str, str]) -> None:
    made = make_it.committee()
    of_a_township = make_colleagues.colleague("norbu", "township-office-1", Role.ADMINISTRATOR, "KS01")
    client = make.signed_in(Client(headers=EN), of_a_township)
    page = client.post(reverse("desk_committee", args=[made.pk]), typed)
    assert page.status_code == 200
    assert "administrator of the whole town" in page.content.decode()
    assert not made.studios.exists()
