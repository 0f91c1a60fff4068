"""Join a case: an invitation that somebody handed over becomes a receipt of one's own."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.cache import never_cache

from yimen.cases.queries import invitation_of
from yimen.cases.rules import Way
from yimen.cases.verbs import Joining, join_case
from yimen.cases.words import WAYS
from yimen.intake.channels.web import NEWCOMER
from yimen.kernel import clock
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import Refused
from yimen.privacy.rules import TOO_MANY_WRONG
from yimen.public.here import from_this_site, language_of, remember
from yimen.public.pages.joint.slips import receipt_slip
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import put_on


class Invited(forms.Form):
    """The invitation, and how to be told. No name."""

    nonce = forms.RegexField(NONCE, widget=forms.HiddenInput)
    invitation = forms.CharField(
        label=later("Your invitation"),
        help_text=later("Three groups of five letters and digits. Whoever brought the case gives it to you."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "y-code"}
        ),
    )
    tell = forms.ChoiceField(label=later("How shall we tell you?"), widget=forms.RadioSelect, initial=Way.HERE.value)
    email = forms.EmailField(label=later("E-mail"), required=False, max_length=254)
    phone = forms.CharField(label=later("Mobile number"), required=False, max_length=40)
    language = forms.ChoiceField(label=later("Language of our letters"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, reader: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.initial["nonce"], self.initial["language"] = new_nonce(), reader
        field = self.fields["tell"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        has_sms = settings.YIMEN_SMS != "off"
        field.choices = [
            (way.value, _(words))
            for way, words in WAYS.items()
            if way not in ({Way.POST} if has_sms else {Way.POST, Way.SMS})
        ]

    def joining(self) -> Joining:
        """What was filled in, as the verb takes it."""
        said = self.cleaned_data
        return Joining(said["nonce"], said["language"], Way(said["tell"]), said["email"], said["phone"])


@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The form, or the receipt. Nothing of the case is shown before."""
    form = Invited(request.POST if request.method == "POST" else None, reader=language_of(request))
    status = 200
    if form.is_valid():
        at = clock.now()
        try:
            invitation = invitation_of(form.cleaned_data["invitation"], address=address_of(request), at=at)
            case, code = join_case(by=NEWCOMER, invitation=invitation, joining=form.joining(), at=at)
        except Refused as refusal:
            status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY_WRONG else status
            put_on(form, refusal)
        else:
            return remember(render(request, "public/joined.html", {"slip": receipt_slip(request, code)}), case)
    return render(request, "public/join.html", {"form": form}, status=status)
