"""What an administrator sets up: the way to each page of the town."""

from django.http import HttpResponse
from django.shortcuts import render

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.sections import TOWN, sections_for
from yimen.people.policies import may_administer
from yimen.redraws.queries import set_back_in

FORBIDDEN = 403


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One line a page, each with what one finds there; others read that only an administrator may do this."""
    verdict = may_administer(request.acting)
    pages = list(sections_for(request.acting.role, "", TOWN))
    set_back = set_back_in(request.acting.place_path) if verdict else []
    seen = {"pages": pages, "verdict": verdict, "set_back": set_back}
    return render(request, "desk/town.html", seen, status=200 if verdict else FORBIDDEN)
