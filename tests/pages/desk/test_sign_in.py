"""Staff sign in with a password, with a second step, and not too often wrongly; what they may do comes from a post."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import caches
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.verbs.people.small_town import make_town
from yimen.kernel import clock
from yimen.people.models import Appointment, Post, Staff
from yimen.people.queries import directory
from yimen.people.rules import Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.release_staff import release_staff
from yimen.people.verbs.set_up_post import set_up_post
from yimen.places.queries import gazetteer

PASSWORD = "barley-and-butter"
LOGIN = "account_login"


@pytest.fixture(autouse=True)
def town(db: None) -> None:
    """A small town with two posts."""
    directory.cache_clear()
    gazetteer.cache_clear()
    make_town()
    for code, role, office in (("D-1", Role.CLERK, "DOOR"), ("U-1", Role.HANDLER, "URB")):
        set_up_post(by=Operator(), code=code, role=role, office=office, place="KS", names={}, at=clock.now())


@pytest.fixture
def staff(town: None) -> Staff:
    """Dolma, who can sign in and holds no post yet."""
    pk = enrol_staff(by=Operator(), username="dolma", name="卓玛", language="bo", password=PASSWORD, at=clock.now())
    return Staff.objects.get(pk=pk)


def appointed(staff: Staff, code: str) -> int:
    """She takes up this post today."""
    at = clock.now()
    post = Post.objects.get(code=code).pk
    appoint_staff(by=Operator(), staff_id=staff.pk, post_id=post, from_on=clock.day_of(at), at=at)
    return post


def sign_in(client: Client, password: str = PASSWORD, username: str = "dolma") -> object:
    """Send the form."""
    return client.post(reverse(LOGIN), {"login": username, "password": password})


def code_of(secret: str, step: int = 0) -> str:
    """What the authenticator app would show now (or some half minutes later)."""
    counter = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret, counter + step)))


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
    answer = client.get(reverse("desk"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(LOGIN))


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


def test_the_second_step_asks_for_the_codes_of_the_app(client: Client, staff: Staff) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    secret = with_app(client)
    client.post(reverse("account_logout"))

    assert sign_in(client).url == reverse("mfa_authenticate")  # type: ignore[attr-defined]
    assert client.get(reverse("desk")).status_code == 302, "the password alone opens nothing"
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert answer.url == reverse("desk")  # type: ignore[attr-defined]
    assert client.get(reverse("desk")).status_code == 200


def with_app(client: Client) -> str:
    """Whoever is signed in confirms that it is them, and sets up an authenticator app."""
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    assert page.redirect_chain[-1][0].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": reverse("mfa_activate_totp")})
    shown = client.get(reverse("mfa_activate_totp")).content.decode()
    match = re.search(r"<code>([A-Z2-7]{32})</code>", shown)
    assert match
    assert "data:image/svg+xml" in shown
    client.post(reverse("mfa_activate_totp"), {"code": code_of(match[1], 1)})
    assert client.get(reverse("mfa_index")).status_code == 200
    return match[1]


def test_the_apps_secret_and_the_recovery_codes_stand_sealed(client: Client, staff: Staff) -> None:
    sign_in(client)
    secret = with_app(client)
    stored = {a.type: str(a.data) for a in Authenticator.objects.filter(user=staff)}
    assert set(stored) == {"totp", "recovery_codes"}
    assert secret not in stored["totp"]
    assert "gAAAA" in stored["recovery_codes"]


def test_a_recovery_code_stands_in_for_a_lost_app_once(client: Client, staff: Staff) -> None:
    sign_in(client)
    with_app(client)
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    code = re.findall(r"<li><code>([^<]+)</code>", shown)[0]
    assert client.get(reverse("mfa_download_recovery_codes")).content.decode().split()[0] == code
    for expected in (302, 200):
        client.post(reverse("account_logout"))
        sign_in(client)
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == expected


def test_wrong_codes_are_throttled_too(client: Client, staff: Staff) -> None:
    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    sign_in(client)
    statuses = [client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 429


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
    assert "one-door, Clerk" in page
    assert "urban, Handler" in page
    client.post(reverse("choose_post"), {"post": urban})
    assert acts_from(client) == urban


def acts_from(client: Client) -> int:
    """The post of the last request to the desk."""
    return int(client.get(reverse("desk")).wsgi_request.acting.post_id)  # type: ignore[attr-defined]


def test_who_acts_is_known_in_three_statements(
    client: Client, staff: Staff, sql: Callable[..., AbstractContextManager[list[str]]]
) -> None:
    appointed(staff, "D-1")
    sign_in(client)
    with sql(at_most=3):  # the session, the person, the posts
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


def test_a_passkey_can_be_added_and_asked_for(client: Client, staff: Staff) -> None:
    asked = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert "challenge" in str(asked.json()["request_options"])
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": reverse("mfa_add_webauthn")})
    page = client.get(reverse("mfa_add_webauthn")).content.decode()
    assert "mfa_webauthn_add" in page
    assert "challenge" in page
    assert client.get(reverse("mfa_list_webauthn")).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["mfa_index", "account_change_password", "mfa_generate_recovery_codes", "mfa_activate_totp", "mfa_add_webauthn"],
)
def test_what_is_ones_own_is_behind_the_sign_in(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(LOGIN))
