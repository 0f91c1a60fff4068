"""An office tells the resident of mediation."""

from django.http import HttpResponse

from yimen.cases.queries import Case
from yimen.cases.verbs import offer_mediation
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "offer_mediation"


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """What it means is said first; nothing begins by it."""

    def act(case: Case) -> None:
        offer_mediation(by=request.acting, case=case, at=request.at)

    return answered(request, opened, VERB, Typed(request, opened), act)
