"""Take one's own case back."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import withdraw_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Nothing


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Nobody asks why."""
    form = Nothing(request.POST or None)

    def withdraw(me: Resident) -> None:
        withdraw_case(by=me, case=at_version(request, case), at=at)

    title, done = later("Take my case back"), later("You have taken your case back.")
    return answered(request, case, at, form, Act("withdraw", title, later("Take it back"), done, withdraw))
