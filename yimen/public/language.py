"""The reader's language, chosen by a link: ``?lang=bo`` works on every page, without JavaScript and without cookies.

A chosen language is remembered in a cookie that holds nothing else. Whoever takes no cookies keeps the language all
the same: links, forms and redirects of the answer carry ``lang`` on until the browser shows that it took the cookie.
"""

import re
from collections.abc import Callable
from html import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

REMEMBERED = 365 * 24 * 60 * 60  # seconds
_LINK = re.compile(r'\b(href|action|hx-get|hx-post)="((?:/(?!/)|\?)[^"#]*)(#[^"]*)?"')
_ASKING_FORM = re.compile(r'<form\b[^>]*\bmethod="get"[^>]*>', re.IGNORECASE)
_LEFT_ALONE = re.compile(r"^/static/|[?&;]lang=")


def chosen_language(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, right below LocaleMiddleware: a language in the address counts more than the browser's."""

    def answer_in_language(request: HttpRequest) -> HttpResponseBase:
        language = request.GET.get("lang", "")
        if language not in dict(settings.LANGUAGES):
            return answer(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = answer(request)
        if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
            carry_on(response, language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=REMEMBERED,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return response

    return answer_in_language


def carry_on(response: HttpResponseBase, language: str) -> None:
    """Write the language into the links, forms and redirects of this answer that stay in the house."""
    where = response.headers.get("Location", "")
    if where.startswith(("/", "?")) and not where.startswith("//"):
        response.headers["Location"] = _with_language(where, language, "&")
    if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith("text/html"):
        text = response.content.decode(response.charset)
        text = _LINK.sub(lambda m: f'{m[1]}="{_with_language(m[2], language, "&amp;")}{m[3] or ""}"', text)
        hidden = f'<input type="hidden" name="lang" value="{escape(language)}">'
        response.content = _ASKING_FORM.sub(lambda m: m[0] + hidden, text).encode(response.charset)


def _with_language(address: str, language: str, ampersand: str) -> str:
    if _LEFT_ALONE.search(address):
        return address
    address, sharp, anchor = address.partition("#")
    mark = ("" if address.endswith("?") else ampersand) if "?" in address else "?"
    return f"{address}{mark}lang={language}{sharp}{anchor}"
