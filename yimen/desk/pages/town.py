"""What an administrator sets up: the way to each page of the town."""

from django.http import HttpResponse
from django.shortcuts import render

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.sections import TOWN, sections_for
from yimen.people.policies import may_administer
from yimen.people.rules import Role
from yimen.people.steps import waiting_for
from yimen.redraws.queries import set_back_in

FORBIDDEN = 403


def waits(request: AtDesk) -> dict[str, object]:
    """What waits for an administrator: changes of areas that no longer fit, and second steps of colleagues that are
    lost and that they are the one to agree about.
    """
    by = request.acting
    if by.role is not Role.ADMINISTRATOR:
        return {}
    lost = [one for one in waiting_for(by, request.at) if one.may_agree]
    return {"set_back": set_back_in(by.place_path), "lost": lost}


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One line a page, each with what one finds there; others read that only an administrator may do this."""
    verdict = may_administer(request.acting)
    pages = list(sections_for(request.acting.role, "", TOWN))
    seen = {"pages": pages, "verdict": verdict} | waits(request)
    return render(request, "desk/town.html", seen, status=200 if verdict else FORBIDDEN)
