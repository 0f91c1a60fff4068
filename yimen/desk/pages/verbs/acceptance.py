"""An office accepts a case."""

from django.http import HttpResponse

from yimen.cases.verbs import accept_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Typed, done, show
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.verdict import Refused

VERB = "accept"


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """One click on the case's page; without JavaScript or after a refusal, a page of its own."""
    form = Typed(request, opened)
    if form.is_valid():
        try:
            accept_case(by=request.acting, case=opened.seen.case.is_at(form.seen_version), at=request.at)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(request, opened, VERB)
    return show(request, opened, VERB, form)
