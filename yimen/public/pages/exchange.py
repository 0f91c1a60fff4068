"""Where a telephone exchange tells of calls and brings what was spoken: see docs/phone.md."""

import logging

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from yimen.calls.ringing import note_ring
from yimen.calls.rules import Event
from yimen.files.rules import LARGEST
from yimen.intake.channels.phone.signed import HEADER, proves
from yimen.intake.channels.phone.told import heard, spoken
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.reading import Unreadable
from yimen.intake.verbs.receive import receive_arrival
from yimen.kernel import clock

WRONG, FORBIDDEN, TOO_LARGE, LATER = 400, 403, 413, 503
MOST = LARGEST * 4 // 3 + 10_000  # bytes: the largest sound as base64, and what stands around it
log = logging.getLogger(__name__)


@csrf_exempt  # no browser comes here: what comes is signed
@never_cache
@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """Signed, then written down, then acknowledged. An exchange that hears no "ok" may tell it again."""
    if not settings.YIMEN_PHONE_SECRET:
        raise Http404
    content, at = request.read(MOST + 1), clock.now()
    if len(content) > MOST:
        return HttpResponse(status=TOO_LARGE)
    if not proves(content, request.headers.get(HEADER, ""), settings.YIMEN_PHONE_SECRET, at):
        return HttpResponse(status=FORBIDDEN)
    try:
        told = heard(content)
        if told.event is Event.RECORDING:
            spoken(content)  # one without a sound is told so at once, while the exchange still has it
            receive_arrival(by=NEWCOMER, channel="phone", content=content, at=at)
        else:
            note_ring(told, at)
    except Unreadable:
        return HttpResponse(status=WRONG)
    except (DatabaseError, OSError):
        log.exception("what the exchange told could not be written down")
        return HttpResponse(status=LATER)
    return HttpResponse("ok", content_type="text/plain")
