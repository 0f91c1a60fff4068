"""Follow a receipt: type it, and see your case."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import case_by_receipt
from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.public.here import address_of, forget, from_this_site, remember
from yimen.public.saying import said


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


@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The receipt opens the case in this browser for half an hour."""
    form = Receipt(request.POST or None)
    if form.is_valid():
        try:
            case = case_by_receipt(form.cleaned_data["receipt"], address=address_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error("receipt", said(refusal))
        else:
            return remember(redirect("own"), case)
    return render(request, "public/follow.html", {"form": form})


@from_this_site
def leave(request: HttpRequest) -> HttpResponse:
    """Quick leave: this browser forgets the case at once."""
    return forget(redirect("home"))
