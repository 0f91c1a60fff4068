"""At the counter or in a call: the resident says that it is the same thing as one that is here already."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext

from yimen.cases.same.lines import LONGEST_MARK, meant_by
from yimen.cases.verbs import say_me_too
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.visits.taking_in import receipt_page
from yimen.desk.taking.held import still_held
from yimen.desk.words import said
from yimen.kernel.verdict import Refused


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One press below the receipt, which is on the screen again afterwards, whatever becomes of it."""
    receipt = still_held(request, request.POST.get("held", ""))
    if receipt is None:
        raise Http404
    try:
        meant = meant_by(receipt.case, request.POST.get("which", "")[:LONGEST_MARK])
        if receipt.case.says_same_id != meant:  # pressed twice it is said once
            say_me_too(by=request.acting, case=receipt.case, other=meant, at=request.at)
    except Refused as refused:
        return receipt_page(request, receipt, said(refused.verdict))
    return receipt_page(
        request, receipt, gettext("Written down. The office that has it decides whether it is one thing.")
    )
