"""A question to an area lead or an adviser, and their answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from yimen.cases.together.enquiries import enquiry_of_post
from yimen.cases.together.policies import may_answer_enquiry
from yimen.deadlines.terms import last_terms
from yimen.deadlines.words import explain
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.together.saying import Saying


@at_desk
def page(request: AtDesk, pk: int) -> HttpResponse:
    """The question as the office worded it, its category, its place and its day. No case is opened."""
    enquiry = enquiry_of_post(request.acting, pk)
    if enquiry is None:
        raise Http404
    form = Saying(request, enquiry)
    verdict = may_answer_enquiry(request.acting, enquiry)
    if request.method == "POST" and form.done(request, enquiry):
        messages.success(request, gettext("Your answer is with the office that asked."), extra_tags="done")
        return redirect("desk_asked")
    town = request.town
    term = last_terms([enquiry.ref]).get(enquiry.ref)
    context = {
        "enquiry": enquiry,
        "category": town.catalogue.by_id.get(enquiry.case.category_id or 0),
        "place": town.places.by_id.get(enquiry.case.area_id or 0),
        "asked_by": town.offices.by_id[enquiry.from_office_id],
        "why": explain(term, get_language() or "") if term else "",
        "form": form,
        "verdict": verdict,
    }
    return render(request, "desk/together/enquiry.html", context)
