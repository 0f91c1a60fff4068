"""Open one's own case again."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import reopen_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Words


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Within thirty days: the office has it again, with a new date."""
    form = Words(request.POST or None, label=later("What is still not right?"), has_files=False)

    def reopen(me: Resident) -> None:
        reopen_case(by=me, case=at_version(request, case), why=form.cleaned_data["text"], at=at)

    title, done = later("Open the case again"), later("Your case is open again.")
    return answered(request, case, at, form, Act("reopen", title, later("Open it again"), done, reopen))
