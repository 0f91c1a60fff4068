"""The forms of signing in: one question more than the library’s (do others use this computer?); codes count once."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

HALF_MINUTE = 30  # seconds: an app shows another code then


class SignIn(LoginForm):  # type: ignore[misc]
    """User name and password; on a shared computer the sign-in ends when nobody uses it for a while."""

    shared = forms.BooleanField(
        label=_("This is a shared computer"),
        help_text=format_lazy(
            _("You are signed out when nobody uses it for {minutes} minutes."), minutes=settings.YIMEN_IDLE_MINUTES
        ),
        required=False,
    )

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in; what was answered holds also behind the second step."""
        response: HttpResponse = super().login(request, redirect_url)
        if self.cleaned_data.get("shared"):
            request.session.set_expiry(settings.YIMEN_IDLE_MINUTES * 60)
        return response

    def clean(self) -> dict[str, Any]:
        """As the library's; written out for its type."""
        cleaned: dict[str, Any] = super().clean()
        return cleaned


class _Once:
    """A code that has been taken is taken no more, whoever read it over a shoulder.

    The library remembers it for half a minute; but our clocks need not be exact, so it would hold for three of them.
    """

    user: Any
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """A code that was used counts as a wrong one, and as a try."""
        typed = normalize_user_code(self.cleaned_data["code"])
        used = f"code-used:{self.user.pk}:{typed}"
        if cache.get(used):
            self.cleaned_data["code"] = ""
        code: str = super().clean_code()  # type: ignore[misc] # of the form beside it
        cache.set(used, 1, (2 * settings.MFA_TOTP_TOLERANCE + 1) * HALF_MINUTE)
        return code


class Code(_Once, AuthenticateForm):  # type: ignore[misc]
    """The second step of a sign-in."""


class CodeAgain(_Once, ReauthenticateForm):  # type: ignore[misc]
    """Proving once more who one is."""


class FirstCode(_Once, ActivateTOTPForm):  # type: ignore[misc]
    """Setting up an app: its first code signs nobody in afterwards."""
