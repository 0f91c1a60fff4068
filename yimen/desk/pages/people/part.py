"""What the pages of offices and posts share: they are the administrator's, each for the part of the town they serve."""

from collections.abc import Callable
from functools import wraps

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.verdict import Refused
from yimen.people.policies import may_administer
from yimen.people.queries import OfficeFacts
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town

FORBIDDEN = 403


def of_administrators(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for administrators; others read why not."""

    @wraps(page)
    def guarded(request: AtDesk, *args: object, **kwargs: object) -> HttpResponse:
        if not (verdict := may_administer(request.acting)):
            return render(request, "desk/town.html", {"verdict": verdict}, status=FORBIDDEN)
        return page(request, *args, **kwargs)

    return at_desk(guarded)  # type: ignore[return-value] # what it answers is what the page answers


def place_here(request: AtDesk, town: Town) -> PlaceFacts:
    """The place asked for, or the one that the post serves; as if it were not there outside of that."""
    code = request.GET.get("place", "") or request.acting.place_path.split("/")[-2]
    place = town.places.by_code.get(code)
    if place is None or not place.path.startswith(request.acting.place_path):
        raise Http404
    return place


def office_here(request: AtDesk, town: Town, office: int) -> OfficeFacts:
    """This office, if it stands where the post serves."""
    found = town.offices.by_id.get(office)
    if found is None or not found.place_path.startswith(request.acting.place_path):
        raise Http404
    return found


def way_to(request: AtDesk, town: Town, place: PlaceFacts) -> list[PlaceFacts]:
    """The places from the one that the post serves down to this one."""
    chain = town.places.chain(place.id)
    return [up for up in reversed(chain) if up.path.startswith(request.acting.place_path)]


def guide_of(request: AtDesk) -> str:
    """The code of the village whose setting up led here, to go back to; empty if none did."""
    code = request.GET.get("guide", "")
    village = request.town.places.by_code.get(code)
    is_ours = village is not None and village.path.startswith(request.acting.place_path)
    return code if village and village.level == "village" and is_ours else ""


def onward(request: AtDesk, to: str, *args: object) -> HttpResponse:
    """Back to the village that is being set up, or on as usual."""
    guide = guide_of(request)
    return redirect("desk_village", guide) if guide else redirect(to, *args)


def is_done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it; a refusal stands in words above the form, with everything that was typed."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, said(refused.verdict))
        return False
    return True
