"""Have one's own case erased, or read why not yet."""

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import erase_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version


class Sure(forms.Form):
    """Only a yes."""

    sure = forms.BooleanField(label=later("Yes, erase what I wrote. I know that nobody can bring it back."))


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Nobody asks why."""
    form = Sure(request.POST or None)

    def erase(me: Resident) -> None:
        erase_case(by=me, case=at_version(request, case), at=at)

    title, done = later("Erase my case"), later("Your words, contact details and files are erased.")
    return answered(request, case, at, form, Act("erase", title, later("Erase"), done, erase))
