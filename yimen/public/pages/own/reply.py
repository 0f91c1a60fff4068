"""Answer the office's question."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import reply_to_question
from yimen.intake.files import files_for
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.many_files import uploads_of
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Words


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Then it is the office's turn again, and its clock goes on."""
    form = Words(request.POST or None, request.FILES or None, label=later("Your answer"))

    def reply(me: Resident) -> None:
        seen, text = at_version(request, case), form.cleaned_data["text"]
        with files_for(uploads_of(request)) as files:
            reply_to_question(by=me, case=seen, text=text, files=files, at=at)

    done = later("Thank you. It is the office’s turn now.")
    return answered(request, case, at, form, Act("reply", later("Answer the question"), later("Send"), done, reply))
