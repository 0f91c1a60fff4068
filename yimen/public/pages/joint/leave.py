"""Take oneself out of a case that others stand in, too."""

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import leave_case
from yimen.people.rules import Resident
from yimen.public.here import forget, with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version


class Sure(forms.Form):
    """Only a yes."""

    sure = forms.BooleanField(label=later("Yes, I leave this case"))


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Nobody asks why. Afterwards this browser knows nothing of the case either."""
    form = Sure(request.POST or None)

    def leave(me: Resident) -> None:
        leave_case(by=me, case=at_version(request, case), at=at)

    done = later("You have left the case. Your receipt no longer opens it.")
    act = Act("leave", later("Take myself out of this case"), later("Leave the case"), done, leave)
    response = answered(request, case, at, form, act)
    is_done = isinstance(response, HttpResponseRedirect)
    return forget(render(request, "public/own/left.html")) if is_done else response
