"""Signing in with the town's own sign-in server (OpenID Connect): whom it vouches for must be named here before.

Nobody gets an account by it, nobody is found by their e-mail address, and nothing of what the server says about a
person is kept. The token is checked by its signature, whoever brought it.
"""

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from yimen.people.sign_ins import staff_by_subject

TOWN = "town"  # the one sign-in server there may be
FAILED = "oidc"  # the count of call-backs that led to no sign-in, in ACCOUNT_RATE_LIMITS
_NOT_ANSWERING, _UNKNOWN, _NOT_SIGNED_IN = "not_answering", "unknown", "not_signed_in"
_BROKEN = (RequestException, OAuth2Error, KeyError, TypeError, ValueError)
_log = logging.getLogger(__name__)


class Known(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Whoever the server vouches for signs in as the member of staff whom an administrator has named; or not at all."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find them by that name alone. Being signed in already connects nothing."""
        staff = staff_by_subject(sociallogin.account.uid)
        if staff is None or sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(said(request, _UNKNOWN, 403))
        sociallogin.user = staff

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 – allauth's
        return False

    def on_authentication_error(self, request: HttpRequest, provider: object, **details: Any) -> None:  # noqa: ANN401, ARG002
        raise ImmediateHttpResponse(said(request, _NOT_SIGNED_IN, 403))


class Checked(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The library trusts a token that came over TLS; here its signature is always checked."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> SocialLogin:  # noqa: ANN401
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("there is no token whose signature could be checked")
        try:
            login = super().complete_login(request, app, token, **kwargs)
        except (KeyError, TypeError, ValueError) as wrong:
            raise OAuth2Error("the answer is none that we understand") from wrong
        login.account.extra_data, login.email_addresses = {}, []
        return login

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:  # noqa: ANN401
        config = self.openid_config
        decoded: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=config["jwks_uri"],
            issuer=config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return decoded


@never_cache
@require_GET
def go(request: HttpRequest, provider_id: str) -> HttpResponse:  # noqa: ARG001 – there is one, and its name is known
    """To the sign-in server, which sends the browser back to :func:`back`."""
    return _asked(request, OAuth2LoginView)


@never_cache
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:  # noqa: ARG001
    """From the sign-in server. Those that lead to no sign-in are counted, and slowed down like wrong passwords."""
    if not _counted(request, dry_run=True):
        return render(request, "429.html", status=429)
    response = _asked(request, OAuth2CallbackView)
    if response.status_code != 302:
        _counted(request, dry_run=False)
    return response


def is_there() -> bool:
    """Has the town a sign-in server?"""
    return bool(settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS"))


def said(request: HttpRequest, why: str, status: int) -> HttpResponse:
    """A page that says why nobody was signed in."""
    return render(request, "account/server.html", {"why": why}, status=status)


def _counted(request: HttpRequest, *, dry_run: bool) -> bool:
    """One more that led to no sign-in (``dry_run``: would one more be too many?)."""
    usage = ratelimit.consume(request, app="allauth.account", action=FAILED, dry_run=dry_run, limit_get=True)
    return usage is not None


def _asked(request: HttpRequest, view: Any) -> HttpResponse:  # noqa: ANN401
    if not is_there():
        return redirect(settings.LOGIN_URL)
    try:
        answer: HttpResponse = view.adapter_view(Checked(request, TOWN))(request)
    except _BROKEN:
        _log.exception("the sign-in server did not answer as it should")
        return said(request, _NOT_ANSWERING, 503)
    return answer
