"""Who acts on a desk page: a member of staff in one of the posts they hold today."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial, wraps
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache

from yimen.desk.sections import sections_for
from yimen.desk.signing_in.sessions import lacks_second_step
from yimen.desk.signing_in.still_here import (
    NONE,
    POST,
    STEP,
    is_of_a_part,
    is_told_here,
    signed_out,
    still_here,
    typed_in,
)
from yimen.journal.presence import Gone, while_there
from yimen.kernel import clock
from yimen.kernel.busy import is_busy
from yimen.kernel.languages import day_in, name_in
from yimen.people.away import appointed_to
from yimen.people.queries import Held, posts_of_edition
from yimen.people.rules import ROLE_WORDS, Acting
from yimen.people.seats import is_still_there
from yimen.routing.town import Town, the_town

BUSY = 503
log = logging.getLogger(__name__)
CHOSEN = "post"  # the session's key, and the form's field, for the post that was chosen
KEYS = "keys"  # the cookie that switches single keys off in this browser


class AtDesk(HttpRequest):
    """A request of somebody who holds a post today (see :func:`at_desk`)."""

    at: datetime  # the moment of this request; pages hand it on to verbs
    acting: Acting  # the post they act from
    posts: list[Held]  # all they hold today
    town: Town  # as it is now


@dataclass(frozen=True)
class Here:
    """Who is at the desk: the post, the town, the day. Two are alike while nobody changed anything about the town."""

    acting: Acting
    town: Town = field(compare=False)
    today: date
    editions: tuple[tuple[str, int], ...]

    @classmethod
    def now(cls, request: HttpRequest, acting: Acting) -> "Here":
        town: Town = request.town  # type: ignore[attr-defined] # a page of the desk
        return cls(acting, town, clock.day_of(request.at), tuple(sorted(town.editions.items())))  # type: ignore[attr-defined]


DeskPage = Callable[..., HttpResponseBase]


def posts_today(request: HttpRequest, at: datetime, edition: int) -> list[Held]:
    """All posts that whoever is signed in holds today, as of this edition of "people"."""
    if not request.user.is_authenticated:
        return []
    return list(posts_of_edition(int(request.user.pk), clock.day_of(at), edition))


def acting(request: HttpRequest, posts: list[Held]) -> Acting | None:
    """The post they have chosen, while they hold it, else the first they hold; none if they hold none today."""
    held = [post.acting for post in posts]
    chosen = request.session.get(CHOSEN)
    return next((post for post in held if post.post_id == chosen), held[0] if held else None)


def at_desk(page: DeskPage, *, needs_step: bool = True, also_on_leave: bool = False) -> DeskPage:
    """A page for staff who hold a post today: others sign in first, or read that they hold none.

    Whoever is on leave opens nothing but the pages of leave (``also_on_leave``). Where the post needs a second step at
    sign-in that is not there, they are led to setting it up.
    """

    @never_cache
    @wraps(page)
    def guarded(request: Any, *args: object, **kwargs: object) -> HttpResponseBase:  # noqa: ANN401 – becomes an AtDesk here
        if not request.user.is_authenticated:
            return signed_out(request)
        request.at = clock.now()
        request.town = the_town()
        request.posts = posts_today(request, request.at, request.town.editions.get("people", 0))
        request.acting = acting(request, request.posts)
        if request.acting is None:
            away = appointed_to(request.user.pk, clock.day_of(request.at))
            if not away or not also_on_leave:
                return no_post(request, is_on_leave=bool(away))
            request.posts, request.acting = away, away[0].acting
            request.is_on_leave = True
        if needs_step and lacks_second_step(request, request.acting.role.value, request.at):
            return still_here(request, STEP) if is_told_here(request) else redirect("desk_second_step")
        return _answered(request, page, *args, **kwargs)

    guarded.is_at_desk = True  # type: ignore[attr-defined] # what the house test looks for
    return guarded


def _answered(request: AtDesk, page: DeskPage, *args: object, **kwargs: object) -> HttpResponseBase:
    """The page; or what is said where the post has just ended, has nothing there, or another hand was quicker."""
    try:
        return _while_there(request, page, *args, **kwargs)
    except Gone:
        return no_post(request, is_on_leave=False)
    except Http404:
        if request.method == "POST" and len(request.posts) > 1:  # a new sign-in begins with the first of them
            return still_here(request, POST)
        raise
    except OperationalError as error:
        if not is_busy(error):
            raise
        log.warning("%s %s met another hand at the same rows", request.method, request.path)
        return somebody_else(request)


def _while_there(request: AtDesk, page: DeskPage, *args: object, **kwargs: object) -> HttpResponseBase:
    """What is sent here is done only if whoever sends it still holds the post when it is written down."""
    if request.method != "POST":
        return page(request, *args, **kwargs)
    with while_there(partial(is_still_there, request.acting, clock.day_of(request.at))):
        return page(request, *args, **kwargs)


def no_post(request: HttpRequest, *, is_on_leave: bool) -> HttpResponse:
    """They hold no post now. What they had typed stands there to be copied: nothing here takes it from them."""
    if is_of_a_part(request) and is_told_here(request):
        return still_here(request, NONE)
    seen = typed_in(request) | {"is_on_leave": is_on_leave}
    return render(request, "account/no_post.html", seen, status=403)


def somebody_else(request: HttpRequest) -> HttpResponse:
    """Somebody is changing the same thing at this moment; nothing was done, and what was typed can be sent again."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    kept = [(name, value) for name, value in typed if name != "csrfmiddlewaretoken"]
    return render(request, "desk/busy.html", {"typed": kept, "is_form": request.method == "POST"}, status=BUSY)


def _choose_post(request: AtDesk) -> HttpResponseBase:
    """Staff with several posts say which one they act from."""
    chosen, back = request.POST.get(CHOSEN, ""), request.POST.get("next", "")
    if request.method == "POST" and chosen in {str(post.acting.post_id) for post in request.posts}:
        request.session[CHOSEN] = int(chosen)
        is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if is_ours else reverse("desk"))
    choices = [
        {"id": p.acting.post_id, "words": _words(p), "is_here": p.acting == request.acting} for p in request.posts
    ]
    return render(request, "account/choose_post.html", {"choices": choices})


choose_post = at_desk(_choose_post, needs_step=False)


def _words(post: Held) -> str:
    role, language = gettext(ROLE_WORDS[post.acting.role]), get_language() or ""
    if post.until_on:
        last = day_in(post.until_on - timedelta(days=1), language)
        role = gettext("%(role)s, standing in until %(day)s") % {"role": role, "day": last}
    return f"{name_in(post.office_names, language)} · {role}"


def post_in_words(request: HttpRequest) -> dict[str, object]:
    """A context processor for the head of desk pages: office and role they act from, and the sections they have."""
    here: Acting | None = getattr(request, "acting", None)
    if here is None:
        return {}
    posts: list[Held] = request.posts  # type: ignore[attr-defined]
    words = next(_words(post) for post in posts if post.acting == here)
    at = request.resolver_match.url_name if request.resolver_match else None
    is_on_leave = getattr(request, "is_on_leave", False)
    sections = [] if is_on_leave else list(sections_for(here.role, at or ""))
    return {
        "post_words": words,
        "has_several_posts": len(posts) > 1 and not is_on_leave,
        "sections": sections,
        "keys_off": request.COOKIES.get(KEYS) == "off",
    }
