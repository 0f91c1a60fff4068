"""Staff sign in with something they have: a passkey, or an app that shows six digits."""

import base64
import hmac
import time
from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import DESK, Walker
from tests.make_town import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]

PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_stands_in_for_user_name_and_password(somebody: Somebody) -> None:
    """A handler adds the passkey of their computer, signs out, and comes back with nothing but that."""
    make.town()
    handler = somebody(DESK, "en")
    devtools = handler.context.new_cdp_session(handler.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    handler.sign_in("urban-handler").open("/desk/me/").press("Add a key")
    confirm(handler)
    handler.page.locator("[name=passwordless]").check()
    handler.fill(name="This computer").press("Add the key")
    sign_out(handler)

    handler.open("/desk/").press("Sign in with a passkey")
    assert handler.reads("My turn")


def test_an_app_asks_for_six_digits_after_the_password(somebody: Somebody) -> None:
    """A handler lets their app scan the picture; from then on the password alone opens nothing."""
    make.town()
    handler = somebody(DESK, "en").sign_in("urban-handler").open("/desk/me/").press("Use an app")
    confirm(handler)
    secret = handler.text("code")
    handler.fill(code=six_digits(secret)).press("Use this app")
    sign_out(handler)

    handler.sign_in("urban-handler")
    assert handler.reads("One more step")
    handler.fill(code="000000").press("Sign in")
    assert handler.reads("This code is wrong. Codes change every half minute: please type the one shown now.")
    handler.fill(code=six_digits(secret, ahead=1)).press("Sign in")  # a code works once; so the app's next one
    assert handler.reads("My turn")


def confirm(handler: Walker) -> None:
    """Whoever changes how they sign in says once more that it is them, unless they have just done so."""
    if handler.reads("Is it you?"):
        handler.fill(password=PASSWORD).press("It is me")


def sign_out(handler: Walker) -> None:
    handler.go(handler.page.get_by_role("button", name="Sign out").first.click)
    assert handler.reads("Sign in to the desk")


def six_digits(secret: str, *, ahead: int = 0) -> str:
    """What an app shows now (RFC 6238), or so many half minutes ahead."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, (int(time.time()) // 30 + ahead).to_bytes(8, "big"), "sha1")  # noqa: TID251 – as a telephone does
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFF_FFFF
    return f"{number % 1_000_000:06}"
