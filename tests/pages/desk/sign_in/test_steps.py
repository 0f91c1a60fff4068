"""The second step of a sign-in: codes of an app, recovery codes, passkeys."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
)
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.pages.desk.signing import PASSWORD, appointed, code_of, sign_in
from yimen.people.models import Staff


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


def test_a_passkey_can_be_added_and_asked_for(client: Client, staff: Staff) -> None:
    asked = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert "challenge" in str(asked.json()["request_options"])
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": reverse("mfa_add_webauthn")})
    page = client.get(reverse("mfa_add_webauthn")).content.decode()
    assert "mfa_webauthn_add" in page
    assert "challenge" in page
    with override(staff.language):
        called = gettext("What you call this key")
    assert f"{called}</label>" in page, "the library’s own label is English in every language"
    assert 'name="credential"' in page
    assert client.get(reverse("mfa_list_webauthn")).status_code == 200


def test_a_code_counts_once_as_long_as_it_would_hold(
    client: Client, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds for a minute and a half: whoever read it over a shoulder has the password, too."""
    began, later = time.time(), 0  # noqa: TID251 – allauth reads this clock
    monkeypatch.setattr(time, "time", lambda: began + later)
    sign_in(client)
    secret = with_app(client)
    code = code_of(secret, 1)
    thief = Client()
    sign_in(thief)
    assert thief.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200, "it set up the app"
    code = code_of(secret)
    client.post(reverse("account_logout"))
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    later = 31
    for again in (code, f"{code[:3]} {code[3:]}"):
        assert thief.post(reverse("mfa_authenticate"), {"code": again}).status_code == 200
    assert thief.post(reverse("mfa_authenticate"), {"code": code_of(secret, 1)}).status_code == 302, "a new one holds"
