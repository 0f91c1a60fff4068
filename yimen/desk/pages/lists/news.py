"""What is new in a list since it was shown: asked again and again while the page is open, in six statements."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from yimen.cases.lists import Asked, Page, worklist
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.filters import asked_list
from yimen.desk.side import Side, side_of
from yimen.desk.signing_in.sessions import TOLD
from yimen.kernel.clock import day_of
from yimen.privacy.rules import purposes_of

NOTHING_NEW = 204
ROWS, COUNT = "rows", "count"  # what the page shows; and what it was told of since: TOLD
_ROW = re.compile(r"\d{1,18}-\d{1,9}")


@dataclass(frozen=True)
class Shown:
    """The rows of a page as number-version, and how many cases are in the list ("7", "99+", or unknown)."""

    rows: tuple[str, ...]
    count: str


@dataclass(frozen=True)
class News:
    """What the line above a list says, and where it asks again."""

    words: str
    url: str
    here: str


def shown(page: Page, side: Side, *, is_narrowed: bool) -> Shown:
    """What stands on the page now."""
    lines = side.views if is_narrowed else side.lists
    count = next((line.count for line in lines if line.is_here), "")
    return Shown(tuple(f"{case.pk}-{case.version}" for case in page.cases), count)


def news_of(here: str, then: Shown, told: str, words: str = "") -> News:
    """The line as it stands on the page that asks for the list ``here``; empty until something is new."""
    known = urlencode({ROWS: ".".join(then.rows), COUNT: then.count, TOLD: told})
    return News(words, f"{reverse('desk_news')}?{here}&{known}", f"{reverse('desk')}?{here}")


def state_of(now: Shown, side: Iterable[object]) -> str:
    """A mark of all that could have changed."""
    return sha256(repr((now, list(side))).encode()).hexdigest()[:16]


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Nothing, or a line that says how many are new, with the counts of the side. It changes no row."""
    acting, town = request.acting, request.town
    if not purposes_of(acting.role):
        return HttpResponse(status=NOTHING_NEW)
    wanted, chosen = asked_list(request)
    found = worklist(Asked(acting, wanted, town, day_of(request.at)))
    side = side_of(request, acting, at=f"{reverse('desk')}?{urlencode(chosen)}")
    now = shown(found, side, is_narrowed=wanted.is_narrowed)
    state = state_of(now, side)
    if state == request.GET.get(TOLD):
        return HttpResponse(status=NOTHING_NEW)
    then = Shown(tuple(_ROW.findall(request.GET.get(ROWS, ""))), request.GET.get(COUNT, ""))
    here = urlencode(chosen | {name: request.GET[name] for name in ("after", "before") if name in request.GET})
    news = news_of(here, then, state, in_words(then, now))
    return render(request, "desk/lists/news.html", {"news": news, "side": side})


def in_words(then: Shown, now: Shown) -> str:
    """How many came, or that something is different, or nothing."""
    more = _number(now.count) - _number(then.count) if then.count and now.count else 0
    new = max(more, _came_above(then.rows, now.rows))
    if new > 0:
        return ngettext("%(new)d new", "%(new)d new", new) % {"new": new}
    return gettext("The list has changed.") if then != now else ""


def _came_above(then: tuple[str, ...], now: tuple[str, ...]) -> int:
    """How many cases now stand above one that was there before."""
    before = {row.partition("-")[0] for row in then}
    numbers = [row.partition("-")[0] for row in now]
    last = max((at for at, number in enumerate(numbers) if number in before), default=len(numbers) if not then else 0)
    return sum(number not in before for number in numbers[:last])


def _number(count: str) -> int:
    digits = count.rstrip("+")
    return int(digits) if digits.isdecimal() and len(digits) < 4 else 0
