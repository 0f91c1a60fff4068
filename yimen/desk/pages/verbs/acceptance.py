"""An office accepts a case."""

from django.http import HttpResponse

from yimen.cases.queries import Case
from yimen.cases.verbs import accept_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "accept"


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """One click on the case's page; without JavaScript or after a refusal, a page of its own."""
    form = Typed(request, opened)

    def act(case: Case) -> None:
        accept_case(by=request.acting, case=case, at=request.at)

    return answered(request, opened, VERB, form, act)
