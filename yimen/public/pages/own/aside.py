"""Ask that somebody else handles one's own case."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.verbs import wish_recusal
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Words


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The supervisor reads why and decides; whoever handles the case does not read it."""
    label = later("Who has an interest in it, and which? Only the supervisor reads this.")
    form = Words(request.POST or None, label=label, has_files=False)

    def wish(me: Resident) -> None:
        wish_recusal(by=me, case=at_version(request, case), why=form.cleaned_data["text"], at=at)

    title, done = later("Ask for somebody else"), later("The supervisor decides, and you are told why.")
    return answered(request, case, at, form, Act("wish_recusal", title, later("Ask the supervisor"), done, wish))
