"""The sign-in ends while somebody writes: the page keeps what they typed, and sends it when they are signed in."""

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import make
from tests.make_town import PASSWORD
from tests.pages.desk.browsing import text
from yimen.cases.models import Case
from yimen.desk.signing_in.still_here import MOST
from yimen.people.models import Appointment, Staff
from yimen.people.rules import Acting
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
WORDS = "A new bulb <b>was</b> put in."
OURS = {"Origin": "http://testserver"}
PART = {"HX-Request": "true"}
#: What browsers say of a form that another site sends; the last one says nothing: an old browser, or a program.
FOREIGN: tuple[dict[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
    {"Origin": "https://testserver.evil.example"},
    {"Origin": "null"},
    {},
)


def careful() -> Client:
    """A browser whose forms are checked as in life."""
    return Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})


def token(page: str) -> str:
    """What the form on this page would prove itself with."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found
    return found[1]


def carried(page: str) -> dict[str, str]:
    """What the page would send if "Send again" were pressed."""
    form = page[page.index("data-still-here") :]
    form = form[form.index("<form") : form.index("</form>")]
    return {name: html.unescape(value) for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}


def sign_in(client: Client, who: str = "urban-handler") -> None:
    """By the form, so that the token changes as in life."""
    client.cookies["django_language"] = "en"
    page = text(client.get(reverse("account_login")))
    typed = {"login": who, "password": PASSWORD, "csrfmiddlewaretoken": token(page)}
    assert client.post(reverse("account_login"), typed).status_code == 302


def writing(client: Client) -> tuple[Case, str, dict[str, str]]:
    """A handler has opened a case, and has typed its answer."""
    case = make.fresh(make.accepted_case())
    sign_in(client)
    address = f"/desk/cases/{case.pk}/answer/"
    asked = text(client.get(address))
    said = {"purpose": "handle", "csrfmiddlewaretoken": token(asked)}
    page = text(client.post(address, said, follow=True))
    typed = {"version": str(case.version), "outcome": "done", "opinion": WORDS, "csrfmiddlewaretoken": token(page)}
    return case, address, typed


def test_an_answer_typed_when_the_sign_in_ended_is_sent_after_signing_in_again() -> None:
    client = careful()
    case, address, typed = writing(client)
    client.session.flush()
    answer = client.post(address, typed, headers=OURS)
    page = text(answer)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Form")
    assert "no-store" in answer["Cache-Control"]
    assert "You have been signed out" in page
    assert f'<div class="y-words">{html.escape(WORDS)}</div>' in page, "to be read, and not as a page of its own"
    assert re.search(rf'<a [^>]*href="{reverse("account_login")}"[^>]*target="_blank"', page)
    assert f'action="{address}"' in page
    assert carried(page) | {"csrfmiddlewaretoken": ""} == typed | {"csrfmiddlewaretoken": ""}

    sign_in(client)  # in another tab: the page still holds the token from before
    again = client.post(address, carried(page), headers=OURS)
    assert (again.status_code, "no-store" in again["Cache-Control"]) == (401, True)
    since = text(again)
    assert "You have signed in since this page was opened" in since
    why = text(client.post(address, carried(since), headers=OURS))
    assert "Why are you opening case" in why, "the resident reads a look before anything is done"
    assert make.fresh(case).state == "handling"
    looks = len(looks_of(case.ref))
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', why[why.index("<main") :]))
    sent = {name: html.unescape(value) for name, value in fields.items()} | {"purpose": "handle"}
    client.post(address, sent, headers=OURS)
    assert make.fresh(case).state == "answered"
    assert len(looks_of(case.ref)) == looks + 1


@pytest.mark.parametrize("heads", FOREIGN)
def test_a_form_of_another_site_gets_no_button_and_no_field(heads: dict[str, str]) -> None:
    """Neither with an open session, nor without one: one press here must not do what another site wants."""
    client, ended, stranger = careful(), careful(), careful()
    writing(ended)
    ended.session.flush()
    case, address, typed = writing(client)
    for each in (client, ended, stranger):
        answer = each.post(address, typed | {"csrfmiddlewaretoken": "x" * 32}, headers=heads)
        page = text(answer)
        assert answer.status_code == 403
        assert "bulb" not in page
        assert "came from another site" in page
        assert 'name="opinion"' not in page
    assert make.fresh(case).state == "handling"


def test_a_form_of_another_site_whose_token_is_right_gets_none_either() -> None:
    """Tokens are not checked here, as if one had been guessed."""
    for heads in FOREIGN[:-1]:
        answer = Client().post("/desk/cases/1/answer/", {"opinion": WORDS}, headers=heads)
        assert answer.status_code == 403
        assert "bulb" not in text(answer)


@pytest.mark.parametrize("is_out", [True, False])
def test_no_password_stands_on_the_page(is_out: bool) -> None:  # noqa: FBT001 – a case of the test
    client = careful()
    make.town()
    if not is_out:
        sign_in(client)
    typed = {"login": "urban-handler", "password": "zq secret", "text": "zq text", "oldPassword": "zq old"}
    for name in ("account_login", "account_change_password", "mfa_authenticate", "account_reauthenticate"):
        page = text(client.post(reverse(name), typed, headers=OURS))
        assert "zq " not in page, name  # a token may hold the two letters by chance
        assert "You have been signed out" not in page, "they were about to sign in"
        assert f'href="{reverse(name)}"' in page, "it can be opened anew"
    page = text(client.post("/desk/town/staff/", typed, headers=OURS))
    assert "zq text" in page
    assert "zq secret" not in page
    assert "zq old" not in page


def test_codes_are_carried_unread_and_words_of_every_language_are_read() -> None:
    typed = {
        "office": "KS-urban",
        "on": "2026-11-27",
        "one": "灯",
        "two": "Two words",
        "three": "ཞུ་ཡིག",
        "n": "7",
        "shape": '{"a": 1}',
    }
    page = text(Client().post("/desk/cases/1/answer/", typed))
    assert re.findall(r'<div class="y-words">(.*?)</div>', page) == ["灯", "Two words", "ཞུ་ཡིག"]
    assert typed.items() <= carried(page).items()


def test_several_values_of_one_name_are_all_kept() -> None:
    page = text(Client().post("/desk/take-in/", {"needs": ["a", "b"]}))
    assert re.findall(r'name="needs" value="(.)"', page) == ["a", "b"]


def test_what_is_too_long_is_not_sent_back() -> None:
    page = text(Client(headers={"Accept-Language": "en"}).post("/desk/cases/1/answer/", {"opinion": "x y" * MOST}))
    assert "too long to stand here" in page
    assert len(page) < 10_000


def test_files_are_asked_for_again_and_said_to_be() -> None:
    file = SimpleUploadedFile("pages.pdf", b"zqfile")
    page = text(Client(headers={"Accept-Language": "en"}).post("/desk/scans/", {"title": "A b", "files": file}))
    assert "Please choose your files again" in page
    assert re.search(r'<input [^>]*type="file"[^>]*name="files"', page)
    assert 'enctype="multipart/form-data"' in page
    assert "zqfile" not in page


def test_a_part_of_a_page_is_told_above_it_and_the_form_stays_where_it_is() -> None:
    """The button that puts a kept text into an answer asks for one part of the page."""
    client = careful()
    _, address, typed = writing(client)
    old = client.session.session_key
    client.session.flush()
    answer = client.post(address, typed, headers=OURS | PART)
    assert answer.status_code == 401
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("#main", "afterbegin")
    assert "You have been signed out" in text(answer)
    assert "opinion" not in text(answer)
    sign_in(client)
    assert client.session.session_key != old
    answer = client.post(address, typed, headers=OURS | PART)
    assert answer["HX-Retarget"] == "#main"
    assert "Please send it again" in text(answer)
    boosted = client.post(address, typed, headers=OURS | PART | {"HX-Boosted": "true"})
    assert "data-still-here" in text(boosted), "a form beside a list is sent whole"


def test_whoever_has_several_posts_chooses_the_one_they_wrote_from() -> None:
    """A new sign-in begins with the first post, for which the case is not there."""
    case = make.fresh(make.accepted_case())
    mine, first = make.handler(), min(make.handler(), make.handler("housing"), key=lambda acting: acting.post_id)
    other = make.handler("housing") if first == mine else first
    Appointment.objects.filter(post_id=other.post_id).update(staff_id=mine.staff_id)
    client, address = careful(), f"/desk/cases/{case.pk}/answer/"
    sign_in(client, Staff.objects.get(pk=mine.staff_id).username)

    def choose(acting: Acting) -> None:
        page = text(client.get(reverse("choose_post")))
        client.post(reverse("choose_post"), {"post": acting.post_id, "csrfmiddlewaretoken": token(page)})

    choose(other)
    typed = {"version": str(case.version), "opinion": WORDS, "csrfmiddlewaretoken": token(text(client.get("/desk/")))}
    answer = client.post(address, typed, headers=OURS)
    page = text(answer)
    assert answer.status_code == 404
    assert f'href="{reverse("choose_post")}"' in page
    assert carried(page)["opinion"] == WORDS
    assert "data-still-here" not in text(client.get(address)), "whoever only looks reads that nothing is there"
    choose(mine)
    assert "Why are you opening case" in text(client.post(address, carried(page), headers=OURS))


def test_a_post_that_has_ended_leaves_the_words_to_be_copied() -> None:
    make.town()
    client = make.signed_in(Client(headers={"Accept-Language": "en"}), make.handler())
    Appointment.objects.all().delete()
    answer = client.post("/desk/cases/1/answer/", {"opinion": WORDS})
    assert answer.status_code == 403
    assert "You hold no post today" in text(answer)
    assert html.escape(WORDS) in text(answer)


def test_a_second_step_that_is_due_takes_no_words_away(settings: Any) -> None:  # noqa: ANN401
    make.town()
    settings.YIMEN_SECOND_STEP = {"handler"}
    client = make.signed_in(Client(headers={"Accept-Language": "en"}), make.handler())
    Staff.objects.update(second_step_by="2020-01-01")
    answer = client.post("/desk/cases/1/answer/", {"opinion": WORDS})
    assert answer.status_code == 403
    assert f'href="{reverse("desk_second_step")}"' in text(answer)
    assert carried(text(answer))["opinion"] == WORDS
    assert client.get("/desk/cases/1/answer/")["Location"] == reverse("desk_second_step")
