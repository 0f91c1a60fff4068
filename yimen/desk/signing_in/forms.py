"""The form of signing in, with one question more than the library's: is this a computer that others use?"""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


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
