"""Take one's own case back."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from yimen.cases.queries import Case
from yimen.cases.verbs import withdraw_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import answered, at_version
from yimen.public.pages.own.forms import Nothing


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Nobody asks why."""
    form = Nothing(request.POST or None)

    def act(me: Resident) -> None:
        withdraw_case(by=me, case=at_version(request, case), at=at)

    return answered(request, case, form, "withdraw", act, _("You have taken your case back."))
