"""The sign-in ended while somebody wrote: what they typed stands on a page, and can be sent again (docs/adr/0049).

Nothing is kept on the server: the page gives back to a browser what that browser has just sent, and to no other.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from yimen.desk.signing_in.sessions import NEWS, TOLD, asks_by_itself

UNKNOWN, FORBIDDEN, NOT_THERE, STOP_ASKING = 401, 403, 404, 286  # htmx takes 286 for "do not ask again"
MOST = 200_000  # characters; the longest form of the desk has a quarter of it
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 – the name of a field
#: Pages of the sign-in itself: what is typed there is secret, or not worth keeping.
_SECRET = ("account_", "mfa_", "openid_connect_")


@dataclass(frozen=True)
class Why:
    """Why a form was not taken, and what to do about it first."""

    status: int
    title: Promise
    lead: Promise | str
    page: str = ""  # where that is done, by its name
    link: Promise | str = ""


OUT = Why(
    UNKNOWN,
    _("You have been signed out"),
    _("Nothing is sent yet. What you typed is still here: sign in again, come back to this tab, and send it."),
    "account_login",
    _("Sign in again (opens in a new tab)"),
)
SINCE = Why(
    UNKNOWN,
    _("Please send it again"),
    _("You have signed in since this page was opened. Nothing is sent yet, and what you typed is still here."),
)
STEP = Why(
    FORBIDDEN,
    _("A second step is needed first"),
    _("Nothing is sent yet. What you typed is still here: set up the step, come back to this tab, and send it."),
    "desk_second_step",
    _("Set up the second step (opens in a new tab)"),
)
NONE = Why(
    FORBIDDEN,
    _("You hold no post today"),
    "",  # a page of its own says more (account/no_post.html)
    "desk",
    _("Look again"),
)
POST = Why(
    NOT_THERE,
    _("Not from this post"),
    _(
        "The post that you act from now has nothing at this address. What you typed is still here: choose the post that"
        " you wrote it from, come back to this tab, and send it."
    ),
    "choose_post",
    _("Choose your post (opens in a new tab)"),
)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in: whoever looks is led to the sign-in, whoever has sent something keeps it."""
    return still_here(request, OUT) if is_told_here(request) else redirect_to_login(request.get_full_path())


def is_told_here(request: HttpRequest) -> bool:
    """Would it be lost, or said to nobody, if another page were shown: what was typed, or why a list stands still?"""
    return request.method == "POST" or (is_of_a_part(request) and asks_by_itself(request))


def still_here(request: HttpRequest, why: Why) -> HttpResponse:
    """The page with all that was typed. Another site's form is given no way to be sent again from here."""
    if not is_ours(request, is_proven=why is not SINCE):
        return render(request, "account/not_from_here.html", status=FORBIDDEN)
    if is_of_a_part(request):
        return _said_above(request, why)
    seen = typed_in(request) | {"why": why, "link": reverse(why.page) if why.page else ""}
    return _with_status(render(request, "desk/still_here.html", seen), why.status)


def is_of_a_part(request: HttpRequest) -> bool:
    """Did a part of a page ask? Then the page itself, with all that is typed in it, is still there."""
    return "HX-Request" in request.headers and "HX-Boosted" not in request.headers


def _said_above(request: HttpRequest, why: Why) -> HttpResponse:
    """A line at the head of the page says it, and nothing else of the page changes."""
    link = reverse(why.page) if why.page else ""
    if request.path == reverse(NEWS):  # has a line of its own, and goes on asking: after a sign-in the news come again
        asked = request.GET.copy()
        asked.pop(TOLD, None)  # or the first answer would be that there is nothing new, and this line would stay
        seen = {"why": why, "link": link, "news": f"{request.path}?{asked.urlencode()}"}
        return render(request, "desk/lists/signed_out.html", seen)
    response = render(request, "desk/parts/signed_out.html", {"why": why, "link": link})
    response["HX-Retarget"], response["HX-Reswap"], response["HX-Reselect"] = "#main", "afterbegin", ".y-notice"
    response["HX-Push-Url"] = "false"
    return _with_status(response, UNKNOWN if request.method == "POST" else STOP_ASKING)


def _with_status(response: HttpResponse, status: int) -> HttpResponse:
    response.status_code = status
    if status == UNKNOWN:
        response["WWW-Authenticate"] = "Form"  # asked of every 401; no browser opens a window of its own for this one
    return response


def typed_in(request: HttpRequest) -> dict[str, Any]:
    """All that was typed, for a page: what a person would want to read, and the rest, which is only carried along."""
    is_secret = _is_of_the_sign_in(request)
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _may_stand(name)]
    is_long = sum(len(name) + len(value) for name, value in fields) > MOST
    if is_secret or is_long:
        return {"typed": [], "is_long": is_long and not is_secret}
    return {
        "typed": fields,
        "words": [value for _, value in fields if is_words(value)],
        "files": sorted(request.FILES),
    }


def _is_of_the_sign_in(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is None or (match.url_name or "").startswith(_SECRET)


def _may_stand(name: str) -> bool:
    return name != TOKEN and "password" not in name.lower()


def is_words(value: str) -> bool:
    """Did a person type this? Codes, numbers and days of a form are letters without a space; a shape is in brackets."""
    value = value.strip()
    return not value.startswith(("{", "[")) and (not value.isascii() or len(value.split()) > 1)


def is_ours(request: HttpRequest, *, is_proven: bool) -> bool:
    """Did one of our own pages send this? Without its token (not ``is_proven``), only if the browser itself says so."""
    site, origin = request.headers.get("Sec-Fetch-Site", ""), request.headers.get("Origin", "")
    if site:
        return site == "same-origin" or (
            is_proven and site == "none"
        )  # "none": the browser sends it once more by itself
    return urlsplit(origin).netloc == request.get_host() if origin else is_proven


@never_cache
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 – Django's signature
    """A form without its token, or with that of an earlier sign-in: if it is ours, it can be sent again."""
    is_out = not request.user.is_authenticated and is_ours(request, is_proven=False)
    return still_here(request, OUT if is_out and not _is_of_the_sign_in(request) else SINCE)
