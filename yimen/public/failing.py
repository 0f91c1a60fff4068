"""When a form cannot be read or the town cannot answer: a page that says so, and what was typed is not lost."""

import logging

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import render

from yimen.files.rules import LARGEST_IN_ALL, MEGABYTE, MOST_FILES

MOST = 64 * MEGABYTE  # of one form; more is not even looked at
_READ_AWAY = 256 * MEGABYTE  # a browser reads our answer only after it has got rid of its own words
_PIECE = 1 << 16
BAD, TOO_LARGE, NOT_NOW = 400, 413, 503
_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_BROKEN = (MultiPartParserError, BadRequest, SuspiciousOperation, UnreadablePostError)
#: What people type at length, by the names of the fields.
WORDS = ("words", "text")

_log = logging.getLogger(__name__)


def unread_form(request: HttpRequest) -> HttpResponse | None:
    """Read the form that came; nothing if it could be read, else the page that says what was wrong with it."""
    if _length(request) > MOST:
        return not_taken(request, TOO_LARGE)
    try:
        request.POST  # noqa: B018 – this is where Django reads it
    except _TOO_MUCH:
        return not_taken(request, TOO_LARGE)
    except _BROKEN:
        return not_taken(request, BAD)
    except OSError:
        _log.exception("a form could not be put down on the disk")
        return not_taken(request, NOT_NOW)
    return None


def not_taken(request: HttpRequest, status: int) -> HttpResponse:
    """The form never reached us whole: the browser still has it, one step back."""
    _read_away(request)
    seen = {"status": status, "most": MOST_FILES, "megabytes": LARGEST_IN_ALL // MEGABYTE}
    return render(request, "public/not_taken.html", seen, status=status)


def not_now(request: HttpRequest) -> HttpResponse:
    """The database or the disk does not answer. What was typed stands on the page and can be sent again as it is."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    words = [value for name, value in typed if name in WORDS and value.strip()]
    seen = {"typed": typed, "words": words, "had_files": bool(request.FILES)}
    return render(request, "public/not_now.html", seen, status=NOT_NOW)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own refusals of a request, on every page of the site, in the same words."""
    if isinstance(exception, SessionInterrupted):  # signed out in another window, or the database could not be written
        return not_now(request)
    return not_taken(request, TOO_LARGE if isinstance(exception, _TOO_MUCH) else BAD)


def _length(request: HttpRequest) -> int:
    length = str(request.META.get("CONTENT_LENGTH") or "")
    return int(length) if length.isdecimal() and len(length) < 16 else 0


def _read_away(request: HttpRequest) -> None:
    try:
        for _ in range(_READ_AWAY // _PIECE):
            if not request.read(_PIECE):
                return
    except Exception:  # noqa: BLE001 – whatever is wrong with it, our answer is ready
        return
