"""Staff sign in with a password, with a second step, and not too often wrongly; what they may do comes from a post."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.pages.desk.signing import LOGIN, PASSWORD, appointed, sign_in
from yimen.kernel import clock
from yimen.people.models import Appointment, Staff
from yimen.people.rules import Operator
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.release_staff import release_staff


def test_the_page_offers_password_and_passkey_and_no_account_for_the_asking(client: Client) -> None:
    page = client.get(reverse(LOGIN)).content.decode()
    assert 'name="login"' in page
    assert 'id="passkey_login"' in page
    assert "sign up" not in page.lower()
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_clerk_signs_in_and_comes_to_the_desk(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    answer = sign_in(client, username="Dolma ")
    assert (answer.status_code, answer.url) == (302, reverse("desk"))  # type: ignore[attr-defined]
    assert client.get(reverse("desk")).status_code == 200
    assert client.cookies["django_language"].value == "bo"
    assert client.session.get_expiry_age() == 12 * 60 * 60


def test_the_desk_is_closed_to_strangers(client: Client) -> None:
    answer = client.get(reverse("desk") + "?list=due")
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse(LOGIN)}?next=/desk/%3Flist%3Ddue")


def test_who_holds_no_post_today_is_told_so_in_words(client: Client, staff: Staff) -> None:
    sign_in(client)
    client.cookies["django_language"] = "en"
    answer = client.get(reverse("desk"))
    assert answer.status_code == 403
    assert "You hold no post today" in answer.content.decode()


def test_access_ends_with_the_post_at_once(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    assert client.get(reverse("desk")).status_code == 200
    at = clock.now()
    held = Appointment.objects.get(staff=staff).pk
    end_appointment(by=Operator(), appointment_id=held, on=clock.day_of(at), at=at)
    assert client.get(reverse("desk")).status_code == 403


def test_released_staff_are_out_with_their_next_page_and_do_not_come_back(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    release_staff(by=Operator(), staff_id=staff.pk, at=clock.now())
    assert client.get(reverse("desk")).status_code == 302
    again = Client()
    answer = sign_in(again)
    assert answer.url == reverse("account_inactive")  # type: ignore[attr-defined]
    assert "_auth_user_id" not in again.session
    assert again.get(reverse("account_inactive")).status_code == 200


def test_wrong_tries_are_answered_in_words_and_the_sixth_with_429(client: Client, staff: Staff) -> None:
    client.cookies["django_language"] = "en"
    for _ in range(5):
        answer = sign_in(client, "wrong")
        assert answer.status_code == 200  # type: ignore[attr-defined]
        assert "User name or password is wrong" in answer.content.decode()  # type: ignore[attr-defined]
    for password in ("wrong", PASSWORD):
        answer = sign_in(client, password)
        assert answer.status_code == 429  # type: ignore[attr-defined]
        assert answer["Retry-After"] == "300"  # type: ignore[index]
        assert "wait five minutes" in answer.content.decode()  # type: ignore[attr-defined]
    assert "_auth_user_id" not in client.session


def test_a_colleague_at_the_same_address_still_signs_in(client: Client, staff: Staff) -> None:
    for _ in range(6):
        sign_in(client, "wrong", "somebody")
    assert sign_in(client).status_code == 302  # type: ignore[attr-defined]


def test_the_throttle_keeps_no_address(client: Client, staff: Staff) -> None:
    sign_in(client, "wrong")
    kept = " ".join(caches["default"]._cache)  # type: ignore[attr-defined]
    assert ":ip:" in kept
    assert "127.0.0.1" not in kept


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "至少10个字符"), ("bo", "མ་མཐར་ཡང་ཡིག་རྟགས་ 10 དགོས།")])
def test_what_a_password_must_be_is_said_in_our_own_words(
    client: Client, staff: Staff, language: str, words: str
) -> None:
    """Django's own say 你 to the reader and know no Tibetan."""
    sign_in(client, PASSWORD)
    page = client.get(reverse("account_change_password"), {"lang": language}, follow=True).content.decode()
    assert words in page
    assert "你的密码" not in page


def test_a_new_password_ends_the_other_sessions(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    elsewhere = Client()
    sign_in(client)
    sign_in(elsewhere)
    new = {"oldpassword": PASSWORD, "password1": "snow-on-the-pass", "password2": "snow-on-the-pass"}
    assert client.post(reverse("account_change_password"), new).status_code == 302
    assert client.get(reverse("desk")).status_code == 200
    assert elsewhere.get(reverse("desk")).status_code == 302


def test_signing_out_takes_a_post_so_that_no_picture_on_a_page_can_do_it(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("desk")).status_code == 200
    assert client.post(reverse("account_logout")).url == reverse(LOGIN)  # type: ignore[attr-defined]
    assert client.get(reverse("desk")).status_code == 302


def test_staff_with_two_posts_choose_from_which_they_act(client: Client, staff: Staff) -> None:
    door, urban = appointed(staff, "D-1"), appointed(staff, "U-1")
    sign_in(client)
    client.cookies["django_language"] = "en"
    assert acts_from(client) == door
    page = client.get(reverse("choose_post")).content.decode()
    assert "one-door · Clerk" in page
    assert "urban · Handler" in page
    client.post(reverse("choose_post"), {"post": urban})
    assert acts_from(client) == urban


def acts_from(client: Client) -> int:
    """The post of the last request to the desk."""
    return int(client.get(reverse("desk")).wsgi_request.acting.post_id)  # type: ignore[attr-defined]


def test_who_acts_is_known_in_four_statements(
    client: Client, staff: Staff, sql: Callable[..., AbstractContextManager[list[str]]]
) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    client.get(reverse("choose_post"))
    with sql(at_most=4):  # the session, the person, the posts; whether the town is still as this process knows it
        client.get(reverse("choose_post"))


def test_nobody_acts_from_a_post_they_do_not_hold(client: Client, staff: Staff) -> None:
    door = appointed(staff, "D-1")
    sign_in(client)
    assert client.post(reverse("choose_post"), {"post": door + 1}).status_code == 200
    assert acts_from(client) == door


def test_choosing_a_post_leads_back_to_our_own_pages_only(client: Client, staff: Staff) -> None:
    door = appointed(staff, "D-1")
    sign_in(client)
    home = reverse("mfa_index")
    assert client.post(reverse("choose_post"), {"post": door, "next": home}).url == home  # type: ignore[attr-defined]
    away = client.post(reverse("choose_post"), {"post": door, "next": "https://example.org/"})
    assert away.url == reverse("desk")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name",
    ["mfa_index", "account_change_password", "mfa_generate_recovery_codes", "mfa_activate_totp", "mfa_add_webauthn"],
)
def test_what_is_ones_own_is_behind_the_sign_in(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(LOGIN))
