"""How staff sign in: allauth, without self-registration, throttled, with what it must keep kept sealed."""

import hmac
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.desk.signing_in.sessions import begin
from yimen.kernel.seal import box, derived_key

WAIT = 5 * 60  # seconds: five wrong tries within them, and the sign-in rests
_TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}
_WRONG = _("User name or password is wrong. Please try again.")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the administrator, never by signing up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _WRONG,
        "incorrect_password": _("This password is wrong. Please try again."),
        "enter_current_password": _("This is not your password of today."),
        "too_many_login_attempts": _("There were too many wrong tries. Please wait five minutes and try again."),
        "rate_limited": _("There were too many wrong tries. Please wait five minutes and try again."),
        "incorrect_code": _("This code is wrong. Codes change every half minute: please type the one shown now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 – allauth's signature
        return False

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Note a throttled try on the request, so that :func:`throttled` answers 429 and not 200."""
        if code in _TOO_OFTEN:
            context.request.allauth.tried_too_often = True
        error: ValidationError = super().validation_error(code, *args)
        return error

    def get_client_ip(self, request: HttpRequest) -> str:
        """The caller's address for the throttle, as a keyed hash: the database gets no addresses, not even of staff."""
        address = truncate_ip(super().get_client_ip(request))
        return hmac.new(derived_key("sign-in-address"), address.encode(), sha256).hexdigest()[:32]

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **details: Any) -> HttpResponse:  # noqa: ANN401 – allauth's signature
        """The desk speaks the language of whoever signs in, unless this browser has chosen one already."""
        response: HttpResponse = super().post_login(request, user, **details)
        begin(request, int(user.pk))
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            language = getattr(user, "language", settings.LANGUAGE_CODE)
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=settings.HTTPS)
        return response


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes stand sealed in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": Adapter.error_messages["incorrect_code"]}

    def encrypt(self, text: str) -> str:
        return box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return box().decrypt(encrypted_text.encode()).decode()


Page = Callable[..., HttpResponse]


def throttled(page: Page) -> Page:
    """Tell programs, too, that they have tried too often: status 429, and when to come back."""

    @wraps(page)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = page(request, *args, **kwargs)
        if getattr(request.allauth, "tried_too_often", False):  # type: ignore[attr-defined]
            response.status_code = 429
        if response.status_code == 429:
            response["Retry-After"] = str(WAIT)
        return response

    return answer


#: Words of allauth's own forms, listed so that our catalogues (which come first) translate them into Tibetan too.
ALLAUTHS_WORDS = (
    _("Username"),
    _("Password"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("Code"),
    _("Authenticator code"),
    _("Passwordless"),
    _(
        "Enabling passwordless operation allows you to sign in using just this key, but imposes additional"
        " requirements such as biometrics or PIN protection."
    ),
    _("Master key"),
    _("Backup key"),
    _("Use your password"),
    _("Use authenticator app or code"),
    _("Use a security key"),
)
