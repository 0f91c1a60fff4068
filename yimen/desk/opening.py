"""Opening a case at the desk: first one says why, then the look is noted for the resident, then it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from yimen.cases.queries import Scope, Seen, case_for, is_asked_for_part, is_visible
from yimen.cases.story import Story, story_of
from yimen.desk.acting import AtDesk, at_desk
from yimen.privacy.rules import purposes_of
from yimen.routing.town import Town

PURPOSES = "purposes"  # the session's key: "post:case" → purpose
REMEMBERED = 300  # cases a session; whoever comes back to an older one says again why


@dataclass(frozen=True)
class Opened:
    """A case that was opened: the look is written."""

    seen: Seen
    town: Town
    purpose: str

    @cached_property
    def story(self) -> Story:
        """What happened to it until now; read once."""
        return story_of(self.seen.case, self.town)


CasePage = Callable[..., HttpResponseBase]


def of_a_case(page: CasePage) -> CasePage:
    """A page that shows a case, whole or its result. Whoever may not see it gets a 404, as if it were not there."""
    return _guarded(page, frozenset(Scope))


def of_a_whole_case(page: CasePage) -> CasePage:
    """A page for those who may see all of the case; an office that is done with it gets a 404."""
    return _guarded(page, frozenset({Scope.WHOLE, Scope.PART}))


def _guarded(page: CasePage, scopes: frozenset[Scope]) -> CasePage:
    @wraps(page)
    def guarded(request: AtDesk, pk: int, **rest: object) -> HttpResponseBase:
        town = request.town
        purpose = _purpose(request, pk, town)
        if not purpose:
            return _ask(request, pk)
        if request.method == "POST" and "version" not in request.POST:
            return redirect(request.get_full_path())  # the purpose was said; now the page itself
        seen = case_for(request.acting, pk, purpose=purpose, at=request.at, town=town)
        if seen is None or seen.scope not in scopes:
            raise Http404
        return _out_of_the_pane(request, page(request, Opened(seen, town, purpose), **rest))

    return at_desk(guarded)


def _out_of_the_pane(request: AtDesk, response: HttpResponseBase) -> HttpResponseBase:
    """Beside a list only cases are shown: what leads elsewhere leads the whole window there, with its message."""
    if not request.headers.get("HX-Request") or not isinstance(response, HttpResponseRedirect):
        return response
    is_of_a_case = response.url.startswith(reverse("desk_case", args=[0]).removesuffix("0/"))
    return response if is_of_a_case else HttpResponse(headers={"HX-Redirect": response.url})


def _purpose(request: AtDesk, pk: int, town: Town) -> str:
    """Why this case is opened from this post: as said before in this session, or just now; empty if not yet."""
    said: dict[str, str] = request.session.get(PURPOSES, {})
    key = f"{request.acting.post_id}:{pk}"
    if key in said:
        return said[key]
    if not is_visible(request.acting, pk, town):
        raise Http404
    purpose = request.POST.get("purpose", "")
    if not purpose or purpose not in purposes_for(request, pk):
        return ""
    kept = list(said.items())[1 - REMEMBERED :]
    request.session[PURPOSES] = dict([*kept, (key, purpose)])
    return purpose


def purposes_for(request: AtDesk, pk: int) -> dict[str, str]:
    """Why this post may open this case: an office that was asked for its part has a purpose of its own."""
    return purposes_of(request.acting.role, is_part=is_asked_for_part(request.acting, pk))


def _ask(request: AtDesk, pk: int) -> HttpResponseBase:
    """The small page that asks why. It shows the case's number, and carries along what was typed on a page before."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "number": pk,
        "purposes": [(code, gettext(words)) for code, words in purposes_for(request, pk).items()],
        "carried": [(name, value) for name, value in typed if name not in {"csrfmiddlewaretoken", "purpose"}],
    }
    return render(request, "desk/purpose.html", context)
