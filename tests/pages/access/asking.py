"""How everything is asked: each address, filled in for a case, looked at and sent to; and how an answer is judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse

from tests.house import who_sees_what as table
from tests.house.addresses import SAMPLES, patterns
from tests.house.who_sees_what import KINDS, PLACED, Viewer, expected
from tests.make import LAMP
from tests.pages.access.crowd import LANTERN, REACHING, Somebody, Thing

#: Kinds of pages that are about one case.
OF_A_CASE = ("case", "whole case", "paper of a case", "own file")
#: Kinds of pages that give no lists of cases: their address alone is enough.
PLAIN = (*OF_A_CASE, "open", "open thing", "own", "room", "me", "administrators", "administrators' thing")
#: These end the session of whoever sends them, so they are only looked at here.
ENDING = ("account_logout", "leave")
#: Search shows a stretch of every case that it finds, and notes the look: words of one's own cases may stand there.
SEARCH = "desk_search"
#: And this one of whoever follows it from our own pages; here it is asked from another site, where it ends nothing.
AWAY = "away"
#: Everything a form could ask for, at once; the version is one that no case has, so that nothing really changes.
TYPED = {
    "purpose": "handle", "version": "999999", "text": "x", "words": "x", "office": "KS-urban", "category": LAMP,
    "post": "1", "next": "//evil.example/", "case": "1", "q": LANTERN,
}  # fmt: skip
#: Ways of asking a list for more than it should give.
QUERIES = ("", f"?q={LANTERN}&words={LANTERN}&list=all", "?list=due&after=&before=99999999&page=1")


@dataclass(frozen=True)
class Asked:
    """One address as it is asked."""

    name: str
    kind: str
    path: str


def addresses(kinds: tuple[str, ...], thing: Thing | None = None) -> Iterator[Asked]:
    """All addresses of these kinds; parts are filled with the case's own numbers."""
    for _, name, pattern in patterns():
        kind = PLACED.get(name, "")
        if kind in kinds:
            kwargs = {
                part: _value(part, type(converter).__name__, kind, thing)
                for part, converter in pattern.pattern.converters.items()
            }
            yield Asked(name, kind, reverse(name, kwargs=kwargs))


def _value(part: str, converter: str, kind: str, thing: Thing | None) -> object:
    if thing and (part == "file" or (kind, part) == ("own file", "pk")):
        return thing.file
    if thing and part in {"pk", "case"}:
        return thing.case.pk
    if thing and part == "number":
        return thing.paper
    if part in table.PARTS:
        return table.PARTS[part]
    return SAMPLES[converter.removesuffix("Converter").lower().replace("string", "str")]


def about_no_case() -> Iterator[Asked]:
    """Every other page."""
    yield from addresses(tuple(kind for kind in KINDS if kind not in OF_A_CASE))


def answers(who: Somebody, asked: Asked) -> Iterator[tuple[str, Any]]:
    """What comes back: looked at in several ways, and sent to."""
    for query in QUERIES if asked.kind not in PLAIN else ("",):
        heads = {"Sec-Fetch-Site": "cross-site"} if asked.name == AWAY else {}
        yield f"GET {asked.path}{query}", who.client.get(asked.path + query, headers=heads)
    if asked.name not in ENDING:
        yield f"POST {asked.path}", who.client.post(asked.path, TYPED)


def wrong(what: str, response: Any, cell: str) -> str:  # noqa: ANN401 – the test client's own type
    """Why this is not the answer that the table promises; empty if it is."""
    status, to = response.status_code, response.headers.get("Location", "")
    led_to_sign_in = status == 302 and to.startswith(resolve_url(settings.LOGIN_URL))
    keeps_typed = status == 401 and "data-still-here" in body(response) and "POST" in what
    is_right = {
        table.READS: status in {200, 302, 400, 405, 429},
        table.OWN: not led_to_sign_in and status < 500,
        table.SIGN_IN: keeps_typed or (led_to_sign_in and ("GET" in what or " /desk/me/" in what)),
        table.RECEIPT: (status == 302 and to.startswith(reverse("follow"))) or (status == 200 and "POST" in what),
        table.CODE: status == 302 and to == reverse("mediation"),
        table.REASON: status == 405 or (status == 403 and "</h1>" in body(response)),
        table.NOTHING: status in {404, 405},
    }[cell]
    if "evil.example" in to:
        return f"{what} leads away from the house"
    return "" if is_right else f"{what}: {status} {to}, but the table says {cell}"


def leaks(what: str, response: Any, marks: list[str]) -> Iterator[str]:  # noqa: ANN401
    """Words of a case that stand in this answer, in its page or its head."""
    text = body(response) + str(response.headers) + str(response.cookies)
    yield from (f"{what} gives away {mark}" for mark in marks if mark in text)


def hidden(who: Somebody, foreign: list[Thing], asked_for: Thing | None, asked: Asked | None = None) -> list[str]:
    """All that this answer may not contain: every word of a case that is not the one whose look was noted."""
    is_search = asked is not None and asked.name == SEARCH
    marks: list[str] = []
    for thing in foreign:
        may_read = {Viewer.HAS_IT, Viewer.ABOVE} if is_search else {Viewer.HAS_IT, Viewer.ABOVE, Viewer.ASKED}
        is_asked = is_search or thing is asked_for
        marks += thing.marks(REACHING) if is_asked and who.viewer(thing) in may_read else thing.marks()
    return marks


def cell_for(who: Somebody, asked: Asked, thing: Thing | None) -> str:
    """What the table promises."""
    return expected(asked.kind, who.viewer(thing) if thing else who.role)


def body(response: Any) -> str:  # noqa: ANN401
    """All that was sent."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode("utf-8", "replace"))
