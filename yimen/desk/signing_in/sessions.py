"""Sign-ins that are kept in view: noted, refreshed every few minutes, and asked for a second step where one is due."""

from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language, gettext

from yimen.desk.signing_in.devices import device_of
from yimen.kernel import clock
from yimen.kernel.languages import day_in
from yimen.people.queries import posts_of
from yimen.people.sign_ins import NOTED_EVERY, ask_second_step, note_sign_in, note_use
from yimen.people.steps import step_is_set, taken_away_on

#: The session's own keys: its number among the sign-ins, its key and time when last noted, and a second step.
KNOWN, KEY, NOTED, HAS_STEP = "sign_in", "sign_in_key", "sign_in_noted", "second_step"

#: Where the desk is, and the cookie that knows the list one came from, as long as one is signed in: whose, and where.
DESK, CAME_FROM = "/desk/", "list"
#: Addresses that only pages ask, by themselves; and what they add to their own address when they look for what is new.
NEWS, ASKING, LOOKING = "desk_news", ("desk_news", "desk_phone_clock"), ("now", "waiting")
TOLD = "told"  # what the page with the news knows already

Answer = Callable[[HttpRequest], HttpResponseBase]


def begin(request: HttpRequest, staff_id: int) -> None:
    """Somebody has just signed in: note the browser, and say until when a second step has to be there."""
    at = clock.now()
    key = request.session.session_key or ""
    device = device_of(request.headers.get("User-Agent", ""))
    request.session[KNOWN] = note_sign_in(staff_id=staff_id, session_key=key, device=device, at=at)
    request.session[KEY], request.session[NOTED] = key, at.timestamp()
    request.session[HAS_STEP] = get_adapter().is_mfa_enabled(request.user)
    if request.user.owes_step:  # type: ignore[union-attr]
        _owes(request, staff_id)
    roles = {post.role.value for post in posts_of(staff_id, clock.day_of(at))}
    if not request.session[HAS_STEP] and roles & settings.YIMEN_SECOND_STEP:
        by_on = request.user.second_step_by or clock.day_of(at) + timedelta(days=settings.YIMEN_SECOND_STEP_DAYS)  # type: ignore[union-attr]
        ask_second_step(staff_id, by_on)
        words = gettext("Your post needs a second step at sign-in from %(day)s on. Set it up under your name, above.")
        messages.warning(request, words % {"day": day_in(by_on, get_language() or "")}, extra_tags="turn")


def _owes(request: HttpRequest, staff_id: int) -> None:
    """Their second step was lost and taken away: say so, or note that there is a new one."""
    if request.session[HAS_STEP]:
        step_is_set(staff_id)
        return
    words = gettext(
        "Your second step was taken away on %(day)s because it was said to be lost. Set up a new one now. If you did"
        " not ask for this, tell an administrator at once."
    )
    day = taken_away_on(staff_id)
    messages.warning(request, words % {"day": day_in(day, get_language() or "") if day else ""}, extra_tags="turn")


def lacks_second_step(request: HttpRequest, role: str, at: datetime) -> bool:
    """Is a second step due from this post, and not there?"""
    by_on = getattr(request.user, "second_step_by", None)
    is_due = by_on is not None and role in settings.YIMEN_SECOND_STEP and clock.day_of(at) >= by_on
    if not is_due and not getattr(request.user, "owes_step", False):
        return False
    return not (request.session.get(HAS_STEP) or get_adapter().is_mfa_enabled(request.user))


def kept_in_view(answer: Answer) -> Answer:
    """Middleware: whoever uses a sign-in keeps it; one that rests on a shared computer runs out by itself.

    What was looked for last goes with the sign-in: the next person at this computer reads it nowhere.
    """

    def note(request: HttpRequest) -> HttpResponseBase:
        is_of_desk = request.path.startswith(DESK) and settings.SESSION_COOKIE_NAME in request.COOKIES
        if is_of_desk and not asks_by_itself(request):
            _refresh(request)
        response = answer(request)
        if is_of_desk_of_nobody(request):
            response.delete_cookie(CAME_FROM, path=DESK, samesite="Lax")
        return response

    return note


def is_of_desk_of_nobody(request: HttpRequest) -> bool:
    """Is a list still remembered here, and nobody signed in any more?"""
    return request.path.startswith(DESK) and CAME_FROM in request.COOKIES and not request.user.is_authenticated


def asks_by_itself(request: HttpRequest) -> bool:
    """Did an open page ask whether something is new? Then nobody needs to sit before it, and the sign-in is not used.

    A call by video counts as use while it goes on: whoever talks for an hour touches no key, and must not be cut off
    from the buttons that let somebody in. So its page asks every few minutes for who is there (desk/call.js).
    """
    if request.method not in {"GET", "HEAD"}:
        return False
    return any(name in request.GET for name in LOOKING) or request.path in {reverse(name) for name in ASKING}


def _refresh(request: HttpRequest) -> None:
    session = request.session
    known, key, at = session.get(KNOWN), session.session_key or "", clock.now()
    is_recent = at.timestamp() - session.get(NOTED, 0) < NOTED_EVERY.total_seconds()
    if known and request.user.is_authenticated and not (is_recent and session.get(KEY) == key):
        session[KEY], session[NOTED] = key, at.timestamp()  # written, and so its end moves on, too
        note_use(known, session_key=key, at=at)
