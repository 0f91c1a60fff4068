"""Add something to one's own case."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import add_words
from yimen.intake.files import files_for
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.many_files import uploads_of
from yimen.public.pages.own.acts import Act, answered
from yimen.public.pages.own.forms import Words


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """What was forgotten, or a photo; the office sees it with the case."""
    form = Words(request.POST or None, request.FILES or None, label=later("What do you want to add?"))

    def add(me: Resident) -> None:
        with files_for(uploads_of(request)) as files:
            add_words(by=me, case=case, text=form.cleaned_data["text"], files=files, at=at)

    done = later("Added. The office sees it with your case.")
    return answered(request, case, at, form, Act("add", later("Add something"), later("Add"), done, add))
