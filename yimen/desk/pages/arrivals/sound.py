"""Listening to what somebody has spoken on the telephone, before it is a case."""

from django.http import Http404, HttpResponse

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.calling.parts import NotThere, part_of
from yimen.files.hygiene import Cleaned, clean
from yimen.files.serving import safely
from yimen.intake.policies import may_open_arrivals
from yimen.intake.queries import open_arrival
from yimen.kernel.verdict import Refused

PART, ALL, OUTSIDE, NO_VERB = 206, 200, 416, 405


@at_desk
def page(request: AtDesk, arrival: int) -> HttpResponse:
    """Cleaned like every file, played in the page, kept by no cache; a player may ask for parts. It is a look."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponse(status=NO_VERB)
    if not may_open_arrivals(request.acting, request.town):
        raise Http404
    sound = _sound(request, arrival)
    size = len(sound.content)
    try:
        part = part_of(request.headers.get("Range", ""), size)
    except NotThere:
        return HttpResponse(status=OUTSIDE, headers={"Content-Range": f"bytes */{size}"})
    begins, ends = part or (0, size)
    response = HttpResponse(sound.content[begins:ends], status=PART if part else ALL)
    for name, value in safely(sound.name, sound.type, ends - begins, in_page=True).items():
        response[name] = value
    response["Accept-Ranges"] = "bytes"
    if part:
        response["Content-Range"] = f"bytes {begins}-{ends - 1}/{size}"
    return response


def _sound(request: AtDesk, arrival: int) -> Cleaned:
    opened = open_arrival(request.acting, arrival, request.town, request.at) if arrival < 2**62 else None
    if opened is None or not opened.said.is_spoken or not opened.said.files:
        raise Http404
    try:
        sound = clean(*opened.said.files[0])
    except Refused as refused:
        raise Http404 from refused
    if not sound.type.startswith("audio/"):
        raise Http404
    return sound
