"""Where the servers of other channels bring what came: see docs/add-a-channel.md."""

import logging

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from yimen.intake.channels import INLETS
from yimen.intake.taking import take_now
from yimen.kernel import clock
from yimen.kernel.receipts import shown

FORBIDDEN, TOO_LARGE, LATER = 403, 413, 503
log = logging.getLogger(__name__)


@csrf_exempt  # no browser comes here: the channel says how its server proves itself
@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, channel: str) -> HttpResponse:
    """Written down and taken before it is answered. GET is how some servers ask whether the address is ours."""
    hook = INLETS[channel].hook if channel in INLETS else None
    if hook is None:
        raise Http404
    query = request.GET.dict()
    try:
        content = request.body if request.method == "POST" else b""
    except RequestDataTooBig:
        return HttpResponse(status=TOO_LARGE)
    if not hook.proves(content, query):
        return HttpResponse(status=FORBIDDEN)
    try:
        if request.method == "POST" and hook.reported(content, clock.now()):
            return HttpResponse("ok", content_type="text/plain")
        receipt = take_now(channel, content, clock.now()) if request.method == "POST" else None
    except (DatabaseError, OSError):
        log.exception("something came by %s and could not be written down", channel)
        return HttpResponse(status=LATER)
    return HttpResponse(hook.answer(content, query, shown(receipt.code) if receipt else ""), content_type="text/plain")
