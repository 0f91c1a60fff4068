"""The pages of those who come with a side."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests import make, make_company
from tests import make_mediation as make_it
from tests.pages.mediation.test_sides import CODE, browser
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import Companion
from yimen.mediation.rules import Screened
from yimen.mediation.verbs import say_privately, screen_side

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HIDDEN = re.compile(r'name="(companion|nonce)" value="([^"]*)"')


def act(name: str) -> str:
    return reverse("mediation-act", args=[name])


def room(client: Client) -> str:
    page: str = client.get(reverse("mediation-room")).content.decode()
    return page


def code_from(client: Client) -> str:
    """The button of the room is pressed, and the code that is told once is read."""
    page = client.post(act("company-code"), dict(HIDDEN.findall(room(client))))
    (code,) = set(CODE.findall(page.content.decode()))
    return str(code).replace("-", "")


def test_a_supporter_is_named_agreed_to_and_reads_with_a_code_of_their_own() -> None:
    talk = make_it.opened()
    for number in (1, 2):
        say_privately(by=talk.side(number), words=f"zqalone-{number}", at=make_it.AT)
    tashi, zhang = browser(talk.codes[1]), browser(talk.codes[2])
    assert tashi.post(act("company"), {"name": "zqaunt", "role": "supporter"}).status_code == 302
    assert "Not every side has agreed" in room(tashi)
    assert "Make a code" not in room(tashi)
    pk = Companion.objects.get().pk
    assert "Yes, they may come" in room(zhang)
    zhang.post(act("company-answer"), {"companion": pk, "agrees": "on"})
    aunt = browser(code_from(tashi))
    page = room(aunt)
    assert make_it.SUMMARY in page
    assert not any(
        word in page for word in ("zqalone", "Leave the mediation", "Only your side", reverse("mediation-papers"))
    )
    assert aunt.post(act("all"), {"words": "zqaunt says"}).status_code == 302
    assert "zqaunt, supporter of one of the sides" in room(zhang)
    for name in ("alone", "proposal", "leaving", "company", "company-away", "signature"):
        aunt.post(act(name), {"words": "x", "companion": pk})
    assert talk.row.state == "open"
    assert aunt.get(reverse("mediation-papers")).status_code == 404
    assert aunt.get(reverse("mediation-paper", args=["cover", "zh-hans"])).status_code == 404
    zhang.post(act("company-answer"), {"companion": pk})
    assert aunt.get(reverse("mediation-room"))["Location"] == reverse("mediation")


def test_a_representative_works_in_the_room_of_their_side_and_the_side_sees_who_it_was() -> None:
    talk = make_it.opened()
    tashi = browser(talk.codes[1])
    tashi.post(act("company"), {"name": "zqlawyer", "role": "representative", "may_sign": "on"})
    lawyer = browser(code_from(tashi))
    lawyer.post(act("alone"), {"words": "zqthrough"})
    assert "zqlawyer, representative of one of the sides" in room(tashi)
    assert "This is for the side itself" in lawyer.get(act("leaving")).content.decode()
    assert "Leave the mediation" not in room(lawyer)
    assert "zqlawyer" in make.signed_in(Client(), make_it.mediator()).get(
        reverse("desk_mediation", args=[talk.pk])
    ).content.decode()  # fmt: skip
    lawyer.post(act("stepping-back"))
    assert lawyer.get(reverse("mediation-room")).status_code == 302


def test_whoever_needs_somebody_reads_so_and_nobody_else() -> None:
    talk = make_it.opened()
    screen_side(by=talk.mediator(), side=1, found=Screened.NEEDS_SOMEBODY, at=make_it.AT)
    asked = "asks that somebody comes with you"
    supporter = browser(make_company.code_of(talk, Role.SUPPORTER))
    assert [asked in room(one) for one in (browser(talk.codes[1]), browser(talk.codes[2]), supporter)] == [
        True, False, False,
    ]  # fmt: skip


def test_sessions_are_open_only_when_all_wish_it() -> None:
    talk = make_it.opened()
    tashi, zhang = browser(talk.codes[1]), browser(talk.codes[2])
    assert "others may listen" not in room(zhang)
    tashi.post(act("listeners"), {"is_public": "open"})
    assert "Open sessions are wished by zqtashi" in room(zhang)
    zhang.post(act("listeners"), {"is_public": "open"})
    assert "All sides wish open sessions" in room(tashi)
    zhang.post(act("listeners"), {"is_public": "closed"})
    assert "All sides wish open sessions" not in room(tashi)


@pytest.mark.parametrize(
    "typed", [{}, {"name": "x", "role": "lord"}, {"name": " ", "role": "expert"}, {"name": "x" * 500}]
)
def test_a_form_that_is_not_whole_says_so_and_names_nobody(typed: dict[str, str]) -> None:
    client = browser(make_it.opened().codes[1])
    assert client.post(act("company"), typed).status_code == 200
    assert client.post(act("company-code"), {"companion": "9" * 30}).status_code == 200
    assert not Companion.objects.exists()
