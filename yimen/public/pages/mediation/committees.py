"""The committees of people's mediation: who they are, what and where they mediate, and how they are reached."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel import clock
from yimen.mediation.committees.listing import (
    Listed,
    Sits,
    committee_called,
    page_of_committees,
    sits_in,
    where_it_serves,
)
from yimen.mediation.committees.rules import Engaged, Level, is_complete
from yimen.mediation.rules import Kind
from yimen.mediation.words import ENGAGED, KINDS, LEVELS
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.hours import shown
from yimen.routing.town import Town, the_town


@require_safe
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """A page of them, the town's first; one statement."""
    levels: dict[str, list[Listed]] = {}
    found, after = page_of_committees(clock.day_of(clock.now()), request.GET.get("after", ""))
    for one in found:
        levels.setdefault(_(LEVELS[Level(one.level)]), []).append(one)
    seen = {"levels": levels, "next": f"?after={after}" if after else ""}
    return render(request, "public/mediation/committees.html", seen)


@require_safe
@from_this_site
def one(request: HttpRequest, committee: str) -> HttpResponse:
    """One of them; the names of its posts and no name of a person."""
    town, now = the_town(), localtime(clock.now())
    found = committee_called(committee, now.date())
    if found is None:
        raise Http404
    works = calendar_for(edition_of(town.editions)).works(now.date())
    sits = sits_in(found.id, now.date())
    seen = {
        "committee": found,
        "level": _(LEVELS[Level(found.level)]),
        "kinds": [_(KINDS[Kind(kind)]) for kind in found.kinds],
        "places": _places(found, town),
        "office": shown(town.offices.by_id[found.office_id], language_of(request), works=works, at=now),
        "sits": [(each, _as_what(each)) for each in sits],
        "complete": is_complete(found.members),
    }
    return render(request, "public/mediation/committee.html", seen)


def _as_what(each: Sits) -> str:
    tongues = dict(settings.LANGUAGES)
    parts = [_("head") if each.is_head else "", _(ENGAGED[Engaged(each.engaged)])]
    parts += [_(", ").join(str(tongues[code]) for code in each.languages)]
    parts += [_(", ").join(_(KINDS[Kind(kind)]) for kind in each.kinds)]
    return " · ".join(part for part in parts if part)


def _places(found: Listed, town: Town) -> list[dict[str, str]]:
    """Its own area first; a committee of a trade serves no area of its own."""
    own, _others = where_it_serves(found, town)
    here = [place.names for place in town.places.by_id.values() if place.path == own and found.level != Level.TRADE]
    return here + [town.places.by_code[code].names for code in found.places if code in town.places.by_code]
