"""Rate the answer."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from yimen.cases.queries import Case
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import Judgement, rate_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import answered, at_version
from yimen.public.pages.own.forms import Judging


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Solved, satisfied, how often one had to come: only the resident's own answer counts."""
    form = Judging(request.POST or None)

    def act(me: Resident) -> None:
        judged = form.cleaned_data
        rating = Judgement(Solved(judged["solved"]), Satisfied(judged["satisfied"]), judged["visits"], judged["words"])
        rate_case(by=me, case=at_version(request, case), rating=rating, at=at)

    return answered(request, case, form, "rate", act, _("Thank you. Your rating is kept with the answer."))
