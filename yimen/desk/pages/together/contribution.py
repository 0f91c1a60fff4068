"""An office gives its part of a case that another one holds."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from yimen.cases.together.enquiries import part_of_office
from yimen.cases.together.policies import may_answer_enquiry
from yimen.deadlines.terms import last_terms
from yimen.deadlines.words import explain
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.pages.together.saying import Saying
from yimen.desk.told import told
from yimen.kernel.clock import day_of


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """With its part given, the office sees of the case what it wrote itself, where it stands and what came of it."""
    case = opened.seen.case
    enquiry = part_of_office(request.acting, case)
    if enquiry is None:
        raise Http404
    form = Saying(request, enquiry)
    verdict = may_answer_enquiry(request.acting, enquiry)
    if request.method == "POST" and form.done(request, enquiry):
        messages.success(request, gettext("Your part is with the office that has the case."), extra_tags="done")
        return redirect("desk_asked")
    term = last_terms([enquiry.ref]).get(enquiry.ref)
    context = {
        "case": case,
        "category": opened.town.catalogue.by_id.get(case.category_id or 0),
        "is_late": case.is_late(day_of(request.at)),
        "enquiry": enquiry,
        "asked_by": opened.town.offices.by_id[enquiry.from_office_id],
        "why": explain(term, get_language() or "") if term else "",
        "form": form,
        "verdict": verdict,
        "scenes": told(opened.story, opened.town),
    }
    return render(request, "desk/together/contribution.html", context)
