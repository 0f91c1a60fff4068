"""What a browser may do on our pages: run only our own files, tell nobody, use no sensor that we did not ask for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

#: Pictures may stand in the page itself (the map uses one); everything else comes from this site and is a file.
CONTENT = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
    " form-action 'self'"
)
SENSORS = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()"


def safe_headers(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: the same rules for every page of the house; a page with stricter ones keeps them."""

    def answer_safely(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT)
        response.headers.setdefault("Permissions-Policy", SENSORS)
        return response

    return answer_safely
