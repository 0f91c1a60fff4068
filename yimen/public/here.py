"""What every public page needs to know of a request: is it from this site, where from, and whose case."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from yimen.cases.joint.holders import is_helpers, note_of
from yimen.cases.queries import Case, case_of_resident
from yimen.kernel import clock
from yimen.public.failing import not_now, unread_form
from yimen.public.receipts import case_typed

COOKIE = "receipt"
AT_MOST = 30 * 60  # seconds without a click; a shared telephone forgets after that
_SALT = "yimen.public.receipt"
_log = logging.getLogger(__name__)

Page = Callable[..., HttpResponseBase]


def from_this_site(page: Page) -> Page:
    """Forms are taken from our own pages only. Needs no cookie: the browser itself says where a form came from.

    A public form has no session behind it that another site could misuse (docs/adr/0006); what remains is refused
    here. What goes wrong on our side is said in a sentence, with everything that was typed.
    """

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        if request.method == "POST":
            if not is_from_here(request):
                return render(request, "public/not_from_here.html", status=403)
            if unread := unread_form(request):
                return unread
        try:
            return page(request, *args, **kwargs)
        except (DatabaseError, OSError):
            _log.exception("%s %s could not be answered", request.method, request.path)
            return not_now(request)

    return csrf_exempt(guarded)


def is_from_here(request: HttpRequest) -> bool:
    """Did this form come from one of our own pages? Browsers too old to say so are believed."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin", "")
    return origin in ("", "null") or urlsplit(origin).netloc == request.get_host()


def language_of(request: HttpRequest) -> str:
    """The language the page is in."""
    return get_language() or str(getattr(request, "LANGUAGE_CODE", "zh-hans"))


def remember(response: HttpResponse, case: Case) -> HttpResponse:
    """The browser keeps a signed note of the case, not the receipt, until it is closed or for half an hour."""
    response.set_signed_cookie(
        COOKIE,
        note_of(case),
        salt=_SALT,
        max_age=AT_MOST,
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """One tap and this browser knows nothing of the case, nor of the pages that showed it."""
    response.delete_cookie(COOKIE, samesite="Strict")
    response.delete_cookie("messages")
    response["Clear-Site-Data"] = '"cache"'
    return response


def with_receipt(page: Page) -> Page:
    """A page of one's own case: without the receipt, one is asked for it first. No cache keeps it."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        at = clock.now()
        case = _case(request) or _asked_again(request, at)
        if isinstance(case, HttpResponse):
            return case
        if is_helpers(case) and not getattr(page, "is_for_helpers", False):
            return redirect("own")
        response = page(request, case, at, *args, **kwargs)
        if isinstance(response, HttpResponse) and not response.cookies.get(COOKIE):
            remember(response, case)
        return response

    guarded.is_with_receipt = True  # type: ignore[attr-defined]  # what the house test looks for
    return never_cache(from_this_site(guarded))


def for_helpers(page: Page) -> Page:
    """A page that shows a helper, too, what is theirs to see. All others lead them to where the case stands."""
    page.is_for_helpers = True  # type: ignore[attr-defined]  # what ``with_receipt`` looks for
    return page


def _case(request: HttpRequest) -> Case | None:
    try:
        noted = request.get_signed_cookie(COOKIE, salt=_SALT, max_age=AT_MOST)
    except (KeyError, signing.BadSignature):
        return None
    return case_of_resident(noted or "")


def _asked_again(request: HttpRequest, at: datetime) -> Case | HttpResponse:
    """Whoever only looks types the receipt first; whoever has written something does not lose it."""
    if request.method == "POST":
        return case_typed(request, at)
    forgotten = "?forgotten" if COOKIE in request.COOKIES else ""
    return forget(redirect(reverse("follow") + forgotten))
