"""What an administrator sets up: the way to each page of the town."""

from django.http import HttpResponse
from django.shortcuts import render

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.sections import TOWN, sections_for
from yimen.people.policies import may_administer

FORBIDDEN = 403


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One line a page, each with what one finds there; others read that only an administrator may do this."""
    verdict = may_administer(request.acting)
    pages = list(sections_for(request.acting.role, "", TOWN))
    seen = {"pages": pages, "verdict": verdict}
    return render(request, "desk/town.html", seen, status=200 if verdict else FORBIDDEN)
