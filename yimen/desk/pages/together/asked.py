"""What was asked of one's office, or for advisers of one's post."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from yimen.cases.together.enquiries import asked_of
from yimen.cases.together.rules import ADVISING
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.rows import Due, due
from yimen.kernel.clock import day_of
from yimen.privacy.rules import NO_PURPOSE


@dataclass(frozen=True)
class Row:
    """One question, without a word of it."""

    url: str
    number: int
    category: dict[str, str]
    place: dict[str, str]
    asked_by: dict[str, str]
    due: Due


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """By day, twenty at a time. An office opens the case from here; an adviser opens the question alone."""
    town, today = request.town, day_of(request.at)
    is_adviser = request.acting.role in ADVISING
    waiting = asked_of(request.acting, request.GET.get("after", ""))
    rows = []
    for enquiry in waiting.enquiries:
        case = enquiry.case
        category = town.catalogue.by_id.get(case.category_id or 0)
        place = town.places.by_id.get(case.area_id or 0)
        address = reverse("desk_enquiry", args=[enquiry.pk]) if is_adviser else reverse("desk_case", args=[case.pk])
        rows.append(
            Row(
                url=address,
                number=enquiry.pk if is_adviser else case.pk,
                category=dict(category.names) if category else {},
                place=dict(place.names) if place else {},
                asked_by=town.offices.by_id[enquiry.from_office_id].names,
                due=due(day_of(enquiry.at), enquiry.due_on, today),
            )
        )
    context = {
        "rows": rows,
        "is_adviser": is_adviser,
        "why": gettext(NO_PURPOSE[request.acting.role]) if is_adviser else "",
        "first": reverse("desk_asked") if request.GET.get("after") else "",
        "next": f"?{urlencode({'after': waiting.next})}" if waiting.next else "",
    }
    return remembered(request, render(request, "desk/together/asked.html", context))
