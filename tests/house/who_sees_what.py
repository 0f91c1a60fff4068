"""Who sees what: the one table of kinds of pages, and the place of every address in it.

A new address is one line in ``placed.py``. ``tests/pages/access`` then tries it as everybody, with everybody's cases;
``docs/who-sees-what.md`` is written from here. If no kind fits, a new row of :data:`KINDS` says what is different.
"""

from collections.abc import Iterator
from enum import StrEnum

from tests.house.addresses import patterns
from tests.house.placed import PLACED


class Viewer(StrEnum):
    """Who asks, seen from the case that is asked for (for pages about no case: from the role of the post)."""

    STRANGER = "a stranger"
    OTHER_RECEIPT = "holder of another receipt"
    NO_POST = "staff without a post"
    ON_LEAVE = "staff on leave"
    ADMINISTRATOR = "administrator"
    OTHER_ROLE = "mediator, area posts"
    ELSEWHERE = "other office, accused, or aside"
    HANDED_ON = "office that is done with it"
    ASKED = "office asked for its part"
    HAS_IT = "clerk or handler there"
    ABOVE = "its supervisor"


READS = "reads"  # 200, or led on inside the house; never words of a case whose look was not noted
OWN = "own"  # only what is one's own; nothing if one has none
SIGN_IN = "signs in"  # looking: 302 to the sign-in; sending: 401, and the page gives back what was typed
CODE = "code"  # 302 to the page that asks for the code of a mediation
RECEIPT = "receipt"  # 302 to the page that asks for the receipt
REASON = "403"  # with a sentence that says why
NOTHING = "404"  # as if it were not there
NONE = "–"  # there is no such viewer of this page

_OUTSIDE = (SIGN_IN, SIGN_IN)
#: Kind of page → what it is, and what each :class:`Viewer` gets, in their order.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "open": (
        "Open to everybody; shows no case",
        (READS, READS, READS, READS, READS, READS, NONE, NONE, NONE, READS, READS),
    ),
    "open thing": (
        "One thing that everybody may read, if it is there; shows no case",
        (OWN, OWN, OWN, OWN, OWN, OWN, NONE, NONE, NONE, OWN, OWN),
    ),
    "own": (
        "A resident's own case, by its receipt: whoever holds another one reads that other case",
        (RECEIPT, READS, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT),
    ),
    "own file": (
        "A file of the resident's own case",
        (RECEIPT, NOTHING, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT, RECEIPT),
    ),
    "room": (
        "A mediation of one's own, by its code; a receipt opens none",
        (CODE, CODE, CODE, CODE, CODE, CODE, NONE, NONE, NONE, CODE, CODE),
    ),
    "me": (
        "One's own sign-in",
        (*_OUTSIDE, OWN, OWN, OWN, OWN, NONE, NONE, NONE, OWN, OWN),
    ),
    "any post": (
        "For every post; lists hold numbers, dates and states, and only of cases that this post may open",
        (*_OUTSIDE, REASON, REASON, READS, READS, NONE, NONE, NONE, READS, READS),
    ),
    "leave": (
        "Who is away and who stands in; what somebody on leave opens besides their own sign-in",
        (*_OUTSIDE, REASON, READS, READS, READS, NONE, NONE, NONE, READS, READS),
    ),
    "leave from a post": (
        "Leave from one post: for its holder, whoever supervises them, and the administrator of the place",
        (*_OUTSIDE, REASON, OWN, OWN, OWN, NONE, NONE, NONE, OWN, OWN),
    ),
    "own list": (
        "A list or a thing that a post has or has not, by its name or number; what others have is not there",
        (*_OUTSIDE, REASON, REASON, OWN, OWN, NONE, NONE, NONE, OWN, OWN),
    ),
    "administrators": (
        "Setting up the town",
        (*_OUTSIDE, REASON, REASON, READS, REASON, NONE, NONE, NONE, REASON, REASON),
    ),
    "administrators' thing": (
        "Setting up one thing of the town, if it stands where the administrator's post serves",
        (*_OUTSIDE, REASON, REASON, OWN, REASON, NONE, NONE, NONE, REASON, REASON),
    ),
    "case": (
        "A case, after a purpose was said and the look is noted; an office that is done with it sees state and result",
        (*_OUTSIDE, REASON, REASON, NOTHING, NOTHING, NOTHING, READS, READS, READS, READS),
    ),
    "whole case": (
        "A page of a case that needs all of it",
        (*_OUTSIDE, REASON, REASON, NOTHING, NOTHING, NOTHING, NOTHING, READS, READS, READS),
    ),
    "paper of a case": (
        "What an office has said on a case, as a paper; if it has said something",
        (*_OUTSIDE, REASON, REASON, NOTHING, NOTHING, NOTHING, NOTHING, OWN, OWN, OWN),
    ),
    "between offices": (
        "A part of a case that one office asked of another: for these two alone; mostly tried where nobody was asked",
        (*_OUTSIDE, REASON, REASON, NOTHING, NOTHING, NOTHING, NOTHING, OWN, NOTHING, NOTHING),
    ),
}

#: What stands in parts of an address that are words, by their names; numbers are those of a case, or 1.
PARTS = {
    "which": "reminded", "use": "template", "what": "open", "category": "urban.lighting", "limit": "HOT_REPLY",
    "procedure": "hotline", "door": "fire-119", "letter": "case-asked", "language": "zh-hans",
    "languages": "bo-zh", "paper": "rights", "code": "KS01A", "village": "KS0101",
    "guide": "desk", "picture": "desk-list",
}  # fmt: skip

WHERE_TO_PUT_IT = (
    "%(route)s (%(name)s) has no place yet. Say who may see it: one line in tests/house/placed.py,"
    ' "%(name)s": "<a kind of KINDS>". The test then tries it as everybody; bin/fix writes docs/who-sees-what.md.'
)


def expected(kind: str, viewer: Viewer) -> str:
    """What this viewer gets of this kind of page."""
    return KINDS[kind][1][list(Viewer).index(viewer)]


def unplaced(placed: dict[str, str]) -> Iterator[str]:
    """A sentence for each address that nobody has said anything about."""
    for route, name, _ in patterns():
        if name not in placed:
            yield WHERE_TO_PUT_IT % {"route": route, "name": name}


def who_sees_what() -> str:
    """``docs/who-sees-what.md``."""
    viewers = list(Viewer)
    lines = [
        "# Who sees what",
        "",
        "Each kind of page, and what whoever asks for it gets. `tests/pages/access` tries every address as each of",
        "them, looking and sending, with cases of their own, of others, handed on, and about their own office; also",
        "those who are on leave, stand in, stand aside from a case, or were asked for a part of one. Of a case that",
        "several hold: whoever brought it, joined, left, was invited, or helped to bring it, who sees where it stands",
        "and no word of it.",
        "",
        f"*{READS}*: the page. *{OWN}*: what is one's own, if there is any. *{SIGN_IN}*: signs in first; whoever has",
        "sent something gets back what they typed.",
        f"*{RECEIPT}*: is asked for the receipt first. *{CODE}*: for the code of a mediation.",
        f"*{REASON}*: a page that says why not.",
        f"*{NOTHING}*: as if it were not there.",
        "",
        f"| kind of page | {' | '.join(viewers)} |",
        f"|---|{'---|' * len(viewers)}",
    ]
    lines += [f"| **{kind}** | {' | '.join(cells)} |" for kind, (_, cells) in KINDS.items()]
    for kind, (means, _) in KINDS.items():
        routes = {name: f"`/{route}`" for route, name, _ in patterns()}
        named = [routes[name] for name, its in PLACED.items() if its == kind and name in routes]
        lines += ["", f"## {kind}", "", f"{means}.", "", ", ".join(named)]
    return "\n".join([*lines, ""])
