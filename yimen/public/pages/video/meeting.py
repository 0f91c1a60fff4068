"""One's own call: first the waiting room with a look at one's devices, then the call, in one page behind a link."""

import json
from dataclasses import asdict
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from yimen.files.hygiene import clean
from yimen.files.rules import SHOWN
from yimen.files.serving import safely
from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.mediation.calls import queries as sessions
from yimen.mediation.calls import words as of_sessions
from yimen.mediation.calls.rules import comes_by_code, is_session
from yimen.meetings import wire
from yimen.meetings.exchanging import SeatFacts, exchange, gone, may_caption, seat_by
from yimen.meetings.headers import HEADERS
from yimen.meetings.rules import Sitting
from yimen.meetings.slides import content_of, require_in, show, slide_for
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.video.asking import centre_now
from yimen.public.saying import said
from yimen.routing.town import the_town
from yimen.video.queries import before, call_of_meeting, is_led_by_nobody
from yimen.video.words import parts_in_words

MOST_ASKED = 400_000  # bytes of one question of a browser: sixty signals are half of it
BAD, TOO_LARGE, UNPROCESSABLE = 400, 413, 422


def seat_of(key: str) -> SeatFacts:
    """The seat behind this link; as if there were none when it is over."""
    seat = seat_by(key, clock.now())
    if seat is None or seat.state == Sitting.OUT:
        raise Http404
    return seat


@never_cache
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever has the link waits here to be let in. When it opens nothing any more, that is said."""
    seat = seat_by(key, clock.now())
    if seat is None or seat.is_host or comes_by_code(seat.part):  # see mediation/call.py
        raise Http404
    if seat.meeting.ended_at is not None or seat.state == Sitting.OUT:
        return render(request, "public/video/over.html")
    of_session = is_session(seat.meeting.subject)
    call, town = None if of_session else call_of_meeting(seat.meeting_id), the_town()
    seen = {
        "key": key,
        "part": seat.part,
        "may_caption": may_caption(seat),
        "parts": of_sessions.parts_in_words() if of_session else parts_in_words(),
        "is_session": of_session,
        "centre": centre_now(call.office_id, town, language_of(request)) if call else None,
        "urgent": [one for one in town.catalogue.doors.values() if one.is_urgent],
    }
    return HttpResponse(render_to_string("public/video/call.html", seen, request), headers=HEADERS)


@never_cache
@require_POST
@from_this_site
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """What the page asks every few seconds, and what it has to say to the others."""
    at = clock.now()
    seat = seat_by(key, at)
    if seat is None:
        raise Http404
    if len(request.body) > MOST_ASKED:
        return HttpResponse(status=TOO_LARGE)
    try:
        asked = wire.read(json.loads(request.body))
    except (ValueError, RecursionError):
        asked = None
    if asked is None:
        return HttpResponse(status=BAD)
    if is_led_by_nobody(seat, asked, at) or sessions.is_led_by_nobody(seat, asked, at):
        asked = gone(asked)
    told = exchange(seat, asked, at)
    answer = {name: value for name, value in asdict(told).items() if value is not None}
    if told.state == Sitting.WAITING and is_session(seat.meeting.subject):
        answer["words"] = of_sessions.waiting_words(is_held=seat.is_held)
    elif told.state == Sitting.WAITING and seat.part == "resident":
        answer["words"] = _waiting_words(seat, at)
    return JsonResponse(answer)


def _waiting_words(seat: SeatFacts, at: datetime) -> str:
    """How many are before them. How long it takes nobody knows, so it is not said."""
    call = call_of_meeting(seat.meeting_id)
    if call is None or call.stage != "waiting":
        return _("Please wait, the clerk is being told that you are here.")
    number = before(call, at)
    if not number:
        return _("You are next.")
    return ngettext("Before you: %(number)s", "Before you: %(number)s", number) % {"number": number}


@never_cache
@require_POST
@from_this_site
def slides(request: HttpRequest, key: str) -> HttpResponse:
    """A picture or a PDF to be shown to all: cleaned as every file that comes into this house."""
    seat = seat_of(key)
    file = request.FILES.get("file")
    if file is None:
        return HttpResponse(status=BAD)
    try:
        require_in(seat)
        cleaned = clean(str(file.name), file.read())
        show(seat, cleaned.name, cleaned.type, cleaned.content)
    except Refused as refused:
        return JsonResponse({"refused": said(refused)}, status=UNPROCESSABLE)
    return JsonResponse({})


@never_cache
def slide(request: HttpRequest, key: str, slide: int) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """One that is shown in this call, for those who are in it. Nothing in it can run."""
    found = slide_for(seat_of(key), slide)
    if found is None:
        raise Http404
    content = content_of(found)
    is_shown = found.type in SHOWN
    return HttpResponse(content, headers=safely(found.name, found.type, len(content), in_page=is_shown))
