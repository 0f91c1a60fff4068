"""Ask for a review of the answer."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import ask_for_review
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Words


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The next higher office looks at it, and nobody who has answered it before."""
    form = Words(request.POST or None, label=later("Why do you not agree?"), has_files=False)

    def ask(me: Resident) -> None:
        ask_for_review(by=me, case=at_version(request, case), why=form.cleaned_data["text"], at=at)

    title, done = later("Ask for a review"), later("The office above has your case now.")
    return answered(request, case, at, form, Act("ask_review", title, later("Ask for the review"), done, ask))
