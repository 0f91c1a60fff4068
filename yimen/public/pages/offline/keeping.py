"""Which pages a browser may keep to show them without a signal: those that are nobody's, and say so in their head.

The head is a mark of what the page says. A browser that asks again and has that page gets an empty answer: on a bad
connection a page that was opened before costs less than a kilobyte.
"""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

KEEP, HAVE = "Yimen-Keep", "Yimen-Have"
SAME = 204
#: What an address may ask for. What somebody typed into a search is not kept.
MAY_ASK = frozenset({"lang", "place", "about", "after"})
#: The form's own key is another one each time; the worker puts a fresh one into its copy.
_NONCE = re.compile(rb'(name="nonce"\s+value=")[^"]*')

Page = Callable[..., HttpResponseBase]


def kept_offline(page: Page) -> Page:
    """The worker of the browser (``frontend/js/worker.js``) keeps this page, unless it shows a message to somebody."""

    @wraps(page)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        response = page(request, *args, **kwargs)
        if not isinstance(response, HttpResponse) or not _is_nobodys(request, response):
            return response
        mark = blake2b(_NONCE.sub(rb"\1", response.content), digest_size=12).hexdigest()
        if request.headers.get(HAVE) == mark:
            return HttpResponse(status=SAME)
        response[KEEP] = mark
        return response

    marked.is_kept_offline = True  # type: ignore[attr-defined]  # what the test looks for
    return marked


def _is_nobodys(request: HttpRequest, response: HttpResponse) -> bool:
    is_plain = "messages" not in request.COOKIES and MAY_ASK.issuperset(request.GET)
    return is_plain and request.method == "GET" and response.status_code == 200
