"""The receipt as a form: typed to follow a case, or typed again after the browser has forgotten it."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case, case_by_receipt
from yimen.kernel.verdict import Refused
from yimen.privacy.rules import TOO_MANY_WRONG
from yimen.public.failing import WORDS
from yimen.public.saying import said

SLOW_DOWN = 429


class Receipt(forms.Form):
    """The code as people type it: with or without dashes, in small letters, with a blank too many."""

    receipt = forms.CharField(
        label=later("Your receipt"),
        help_text=later("Three groups of five letters and digits, for example 7K2MP-9QXR4-HTW6C."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "y-code"}
        ),
    )
    status = 200

    def case(self, request: HttpRequest, at: datetime) -> Case | None:
        """The case of this receipt; none with the reason on the form, and 429 for whoever only guesses."""
        if not self.is_valid():
            return None
        try:
            typed = self.cleaned_data["receipt"]
            return case_by_receipt(typed, address=address_of(request), at=at, for_helpers=True)
        except Refused as refusal:
            self.status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY_WRONG else self.status
            self.add_error("receipt", said(refusal))
            return None


def address_of(request: HttpRequest) -> str:
    """Where a request came from, for slowing down guesses; never stored as it is."""
    passed_on = request.headers.get("X-Forwarded-For", "").split(",")
    if 0 < settings.YIMEN_PROXIES <= len(passed_on) and passed_on[-1]:
        return passed_on[-settings.YIMEN_PROXIES].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def case_typed(request: HttpRequest, at: datetime) -> Case | HttpResponse:
    """The half hour was over while somebody wrote: they type the receipt once more, and their words go along."""
    form = Receipt(request.POST if "receipt" in request.POST else None)
    if case := form.case(request, at):
        return case
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name != "receipt"]
    words = [value for name, value in typed if name in WORDS and value.strip()]
    seen = {"form": form, "typed": typed, "words": words, "had_files": bool(request.FILES)}
    return render(request, "public/own/again.html", seen, status=form.status)
