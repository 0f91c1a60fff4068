"""The town's own sign-in server vouches for staff whom an administrator has named, and for nobody else."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.pages.desk.sign_in.server import CLIENT, OTHER_KEY, SECRET, SignInServer, running
from tests.pages.desk.signing import appointed, code_of
from yimen.kernel import clock
from yimen.people.models import Staff
from yimen.people.rules import Operator
from yimen.people.verbs.name_subject import name_subject
from yimen.people.verbs.release_staff import release_staff

GO, BACK = "/desk/sign-in/server/", "/desk/sign-in/server/back/"


@pytest.fixture
def server(settings: Any) -> Iterator[SignInServer]:  # noqa: ANN401
    with running() as told:
        told_to_us = {"server_url": told.address, "uid_field": "sub", "fetch_userinfo": False}
        app = {"provider_id": "town", "client_id": CLIENT, "secret": SECRET, "settings": told_to_us}
        openid = {"APPS": [app], "OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid"]}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": openid}
        yield told


def named(subject: str = "s-1") -> None:
    name_subject(by=Operator(), username="dolma", subject=subject, at=clock.now())


def through(client: Client, server: SignInServer, **query: str) -> Any:  # noqa: ANN401
    """Go there, agree, come back."""
    return client.get(server.agree(client.get(GO, query)["Location"]))


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_whoever_is_named_signs_in(client: Client, staff: Staff, server: SignInServer) -> None:
    appointed(staff, "D-1")
    named()
    assert server.asked == [], "nothing is asked before somebody signs in"
    assert GO in client.get(reverse("account_login")).content.decode()
    answer = through(client, server)
    assert (answer.status_code, answer["Location"]) == (302, reverse("desk"))
    assert client.get(reverse("desk")).status_code == 200
    assert client.get(reverse("desk_sign_ins")).content.decode().count("<strong>") == 1


def test_nothing_that_the_server_says_of_a_person_is_kept(client: Client, staff: Staff, server: SignInServer) -> None:
    named()
    server.claims = {"email": "zqmail@example.org", "name": "zqname"}
    through(client, server)
    assert is_in(client)
    kept = str(dict(client.session))  # a key by chance may hold "zq"
    assert not [mark for mark in ("zqmail", "zqname") if mark in kept]
    from allauth.account.models import EmailAddress  # noqa: PLC0415
    from allauth.socialaccount.models import SocialAccount, SocialToken  # noqa: PLC0415

    assert not any(table.objects.exists() for table in (EmailAddress, SocialAccount, SocialToken))


def test_whoever_is_not_named_gets_no_account(client: Client, staff: Staff, server: SignInServer) -> None:
    server.claims = {"sub": "s-2", "email": "dolma@example.org", "preferred_username": "dolma", "name": "卓玛"}
    answer = through(client, server)
    assert answer.status_code == 403
    assert not is_in(client)
    assert Staff.objects.count() == 1


def test_being_signed_in_connects_nothing(client: Client, staff: Staff, server: SignInServer) -> None:
    client.force_login(staff)
    assert through(client, server, process="connect").status_code == 403
    assert Staff.objects.get(pk=staff.pk).subject is None


@pytest.mark.parametrize(
    "lie", [{"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1}, {"sub": ""}, {"sub": None}]
)
def test_a_token_that_is_not_for_us_signs_nobody_in(
    client: Client, staff: Staff, server: SignInServer, lie: dict[str, Any]
) -> None:
    named()
    server.claims = lie
    assert through(client, server).status_code == 403
    assert not is_in(client)


def test_a_token_signed_by_somebody_else_signs_nobody_in(client: Client, staff: Staff, server: SignInServer) -> None:
    named()
    server.key = OTHER_KEY
    assert through(client, server).status_code == 403
    server.has_token = False
    assert through(client, server).status_code == 403
    assert not is_in(client)


def test_a_call_back_that_this_browser_did_not_ask_for_signs_nobody_in(
    client: Client, staff: Staff, server: SignInServer
) -> None:
    """Somebody sends a colleague the address that ends a sign-in of their own."""
    named()
    theirs = Client()
    back = server.agree(theirs.get(GO)["Location"])
    assert client.get(back).status_code == 403
    assert not is_in(client)
    assert client.get(BACK + "?error=access_denied").status_code == 403


def test_a_code_counts_once(client: Client, staff: Staff, server: SignInServer) -> None:
    named()
    back = server.agree(client.get(GO)["Location"])
    assert client.get(back).status_code == 302
    assert Client(headers={}).get(back).status_code == 403


def test_call_backs_are_throttled_like_passwords(client: Client, staff: Staff, server: SignInServer) -> None:
    statuses = [client.get(BACK + f"?state=x{n}&code=y").status_code for n in range(21)]
    assert statuses == [403] * 20 + [429]
    answer = client.get(BACK)
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")


def test_a_server_that_is_away_is_said_in_words(
    client: Client,
    staff: Staff,
    server: SignInServer,
    settings: Any,  # noqa: ANN401
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:1"
    client.cookies["django_language"] = "en"
    answer = client.get(GO)
    assert answer.status_code == 503
    assert "does not answer" in answer.content.decode()


def test_the_way_back_stays_in_the_house(client: Client, staff: Staff, server: SignInServer) -> None:
    appointed(staff, "D-1")
    named()
    assert through(client, server, next="https://evil.example/")["Location"] == reverse("desk")
    client.post(reverse("account_logout"))
    assert through(client, server, next="/desk/me/")["Location"] == "/desk/me/"


def test_access_that_has_ended_stays_ended(client: Client, staff: Staff, server: SignInServer) -> None:
    named()
    release_staff(by=Operator(), staff_id=staff.pk, at=clock.now())
    through(client, server)
    assert not is_in(client)


def test_a_second_step_is_asked_for_here_too(client: Client, staff: Staff, server: SignInServer) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret  # noqa: PLC0415

    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    named()
    assert through(client, server)["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_in(client)


def test_without_a_server_there_is_no_such_way(client: Client, staff: Staff) -> None:
    assert GO not in client.get(reverse("account_login")).content.decode()
    assert client.get(GO)["Location"] == reverse("account_login")
    assert client.get(BACK + "?code=x&state=y")["Location"] == reverse("account_login")
