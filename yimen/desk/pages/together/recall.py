"""The office that has a case takes a question to a colleague back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from yimen.cases.together.enquiries import enquiry_of_case
from yimen.cases.verbs import recall_enquiry
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.words import said
from yimen.kernel.verdict import Refused


@of_a_whole_case
def page(request: AtDesk, opened: Opened, enquiry: int) -> HttpResponse:
    """One click on the case's page; what was just answered is not taken back, and the page then shows it."""
    found = enquiry_of_case(opened.seen.case, enquiry)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            recall_enquiry(by=request.acting, enquiry=found, at=request.at)
        except Refused as refused:
            messages.error(request, said(refused.verdict), extra_tags="danger")
        else:
            messages.success(request, gettext("The question is taken back."), extra_tags="done")
    return redirect("desk_case", opened.seen.case.pk)
