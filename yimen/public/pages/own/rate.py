"""Rate the answer."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as later

from yimen.cases.queries import Case
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import Judgement, rate_case
from yimen.people.rules import Resident
from yimen.public.here import with_receipt
from yimen.public.pages.own.acts import Act, answered, at_version
from yimen.public.pages.own.forms import Judging


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Solved, satisfied, how often one had to come: only the resident's own answer counts."""
    form = Judging(request.POST or None)

    def rate(me: Resident) -> None:
        judged = form.cleaned_data
        rating = Judgement(Solved(judged["solved"]), Satisfied(judged["satisfied"]), judged["visits"], judged["words"])
        rate_case(by=me, case=at_version(request, case), rating=rating, at=at)

    done = later("Thank you. Your rating is kept with the answer.")
    return answered(request, case, at, form, Act("rate", later("Rate the answer"), later("Send"), done, rate))
