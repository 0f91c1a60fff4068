"""The list that one came from: where "back to the list", the key "u" and whatever ends with a case lead."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse

from yimen.desk.acting import AtDesk
from yimen.desk.signing_in.sessions import CAME_FROM, DESK

#: The lists of cases, by the names of their addresses.
LISTS = frozenset({"desk", "desk_search", "desk_urgent", "desk_unhappy", "desk_behind", "desk_asked"})
LONGEST = 2_000  # of an address that is kept; a browser keeps no cookie of more than twice as much


def remembered(request: AtDesk, response: HttpResponse, at: str = "") -> HttpResponse:
    """This page is a list: who opens a case from it comes back to it, narrowed and turned over as it is now."""
    address = at or request.get_full_path()
    if len(address) > LONGEST:
        address = request.path
    kept, secure = f"{request.acting.staff_id} {address}", settings.SESSION_COOKIE_SECURE
    response.set_cookie(CAME_FROM, kept, path=DESK, httponly=True, samesite="Lax", secure=secure)
    return response


def back_to_list(request: HttpRequest) -> str:
    """The list one came from, where one was in it; else the first list. Nobody comes to what another looked for."""
    whose, _, address = request.COOKIES.get(CAME_FROM, "").partition(" ")
    if whose != str(request.user.pk) or not _is_list(address):
        return reverse("desk")
    return address


def _is_list(address: str) -> bool:
    try:
        return resolve(address.partition("?")[0]).url_name in LISTS
    except Resolver404:
        return False
