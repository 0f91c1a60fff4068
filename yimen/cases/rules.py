"""The life of a case: its states, whose turn each is, and what may follow. Pure: no Django, no clock."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class State(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    OBJECTED = "objected"
    HANDLING = "handling"
    ASKED = "asked"
    MEDIATING = "mediating"
    ANSWERED = "answered"
    CLOSED = "closed"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"


class Turn(StrEnum):
    """Whose turn it is."""

    OFFICE = "office"
    SUPERIOR = "superior"
    RESIDENT = "resident"
    SIDES = "sides"  # of a mediation
    NOBODY = "nobody"


TURN: dict[State, Turn] = {
    State.RECEIVED: Turn.OFFICE,
    State.OBJECTED: Turn.SUPERIOR,
    State.HANDLING: Turn.OFFICE,
    State.ASKED: Turn.RESIDENT,
    State.MEDIATING: Turn.SIDES,
    State.ANSWERED: Turn.RESIDENT,
    State.CLOSED: Turn.NOBODY,
    State.REFERRED: Turn.NOBODY,
    State.WITHDRAWN: Turn.NOBODY,
}

#: What can happen to a case in each state, and the state that follows. The verbs are the file names in ``verbs/``.
MOVES: dict[State, dict[str, State]] = {
    State.RECEIVED: {
        "accept": State.HANDLING,
        "refer": State.REFERRED,
        "hand_over": State.RECEIVED,
        "object": State.OBJECTED,
        "sort": State.RECEIVED,
        "add": State.RECEIVED,
        "withdraw": State.WITHDRAWN,
        "erase": State.WITHDRAWN,
    },
    State.OBJECTED: {
        "decide": State.RECEIVED,
        "add": State.OBJECTED,
        "withdraw": State.WITHDRAWN,
        "erase": State.WITHDRAWN,
    },
    State.HANDLING: {
        "ask": State.ASKED,
        "answer": State.ANSWERED,
        "ask_for_time": State.HANDLING,
        "refuse_time": State.HANDLING,
        "extend": State.HANDLING,
        "begin_hearing": State.HANDLING,
        "end_hearing": State.HANDLING,
        "review": State.ANSWERED,
        "send_back": State.HANDLING,
        "offer_mediation": State.HANDLING,
        "begin_mediation": State.MEDIATING,
        "leave_review": State.ANSWERED,
        "refer": State.REFERRED,
        "hand_over": State.RECEIVED,
        "sort": State.HANDLING,
        "add": State.HANDLING,
        "withdraw": State.WITHDRAWN,
        "erase": State.WITHDRAWN,
    },
    State.ASKED: {
        "reply": State.HANDLING,
        "answer": State.ANSWERED,
        "leave_review": State.ANSWERED,
        "withdraw": State.WITHDRAWN,
        "erase": State.WITHDRAWN,
    },
    State.MEDIATING: {"end_mediation": State.HANDLING, "withdraw": State.WITHDRAWN, "erase": State.WITHDRAWN},
    State.ANSWERED: {
        "rate": State.CLOSED,
        "close": State.CLOSED,
        "reopen": State.HANDLING,
        "ask_review": State.HANDLING,
        "add": State.ANSWERED,
        "erase": State.CLOSED,
    },
    State.CLOSED: {
        "reopen": State.HANDLING,
        "ask_review": State.HANDLING,
        "give_back": State.HANDLING,
        "erase": State.CLOSED,
    },
    State.REFERRED: {"erase": State.REFERRED},
    State.WITHDRAWN: {"erase": State.WITHDRAWN},
}

#: What colleagues do beside the road of a case: it stays where it stands.
BESIDE: dict[str, tuple[State, ...]] = {
    "ask_office": (State.HANDLING, State.ASKED),
    "ask_adviser": (State.RECEIVED, State.HANDLING, State.ASKED),
    "link": (State.HANDLING, State.ASKED),
    "say_me_too": (State.RECEIVED, State.HANDLING, State.ASKED),
    "mend_kind": (State.RECEIVED, State.HANDLING),
    "pass_up": (State.HANDLING, State.ASKED),
}
for _state in State:
    MOVES[_state] |= {verb: _state for verb, states in BESIDE.items() if _state in states}

OPEN = (State.RECEIVED, State.OBJECTED, State.HANDLING, State.ASKED, State.MEDIATING)
REOPEN_WITHIN = timedelta(days=30)
CLOSE_AFTER = timedelta(days=30)

#: How long contacts are kept after the end: until nobody can reopen the case, and two months more for questions.
CONTACTS_KEPT = timedelta(days=90)
#: How long words and files are kept after the end, by the category's retention class. A proposal, not a law: a town
#: checks it against its own archive rules.
WORDS_KEPT = {"fault": timedelta(days=2 * 365), "case": timedelta(days=3 * 365), "petition": timedelta(days=5 * 365)}


class Kept(StrEnum):
    """How much of a case is still there."""

    WHOLE = "whole"
    NO_CONTACTS = "no_contacts"
    BARE = "bare"  # codes and dates only, enough for figures


LONGEST_WORDS, LONGEST_REMARK = 8_000, 4_000  # characters; four typed pages, and two


class Channel(StrEnum):
    """By which way a case came in."""

    VISIT = "visit"
    LETTER = "letter"
    WEB = "web"
    PHONE = "phone"
    VIDEO = "video"
    IMPORT = "import"  # taken over from an older system


class Way(StrEnum):
    """How a resident wants to be told. Every letter is under the receipt in any case."""

    NONE = "none"
    HERE = "here"
    EMAIL = "email"
    SMS = "sms"
    POST = "post"  # on paper, by the mail room


class Outcome(StrEnum):
    """What an answer comes to (信访工作条例 art. 32: support, explain, not support)."""

    DONE = "done"
    SUPPORT = "support"
    EXPLAIN = "explain"
    NOT_SUPPORT = "not_support"


class Solved(StrEnum):
    """The resident's own answer to: is it solved?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Satisfied(StrEnum):
    """The resident's own answer to: are you satisfied with how it was handled?"""

    YES = "yes"
    MIDDLING = "middling"
    NO = "no"


CLOSED_LONG_AGO = gettext_noop("It was closed more than 30 days ago. Please send us a new case.")
NOT_NOW = {
    State.RECEIVED: gettext_noop("The office has not accepted this case yet."),
    State.OBJECTED: gettext_noop("Two offices disagree whose case this is; their superior decides first."),
    State.HANDLING: gettext_noop("The office is handling this case."),
    State.ASKED: gettext_noop("The office has asked the resident something; it is the resident's turn."),
    State.MEDIATING: gettext_noop("The two sides are in mediation. The case goes on when that has ended."),
    State.ANSWERED: gettext_noop("This case has been answered."),
    State.CLOSED: gettext_noop("This case is closed."),
    State.REFERRED: gettext_noop("This case belongs to another door; it is closed here."),
    State.WITHDRAWN: gettext_noop("This case was withdrawn."),
}


def may_move(state: State, verb: str) -> Verdict:
    """May this happen to a case in this state?"""
    return YES if verb in MOVES[state] else Verdict(NOT_NOW[state])


def may_reopen(state: State, ended_at: datetime | None, at: datetime) -> Verdict:
    """A closed case can be opened again within thirty days, an answered one until it closes."""
    verdict = may_move(state, "reopen")
    if verdict and state is State.CLOSED and (ended_at is None or at - ended_at > REOPEN_WITHIN):
        return Verdict(CLOSED_LONG_AGO)
    return verdict


NOT_UNHAPPY = gettext_noop("A case is given back only when its resident was unhappy with the answer.")


def is_unhappy(solved: str | None, satisfied: str | None) -> bool:
    """The resident said that it is not solved, or that they are not satisfied."""
    return solved == Solved.NO or satisfied == Satisfied.NO


def may_give_back(solved: str | None, satisfied: str | None, ended_at: datetime | None, at: datetime) -> Verdict:
    """After an unhappy rating, as long as the resident could open the case again themselves."""
    if not is_unhappy(solved, satisfied):
        return Verdict(NOT_UNHAPPY)
    return may_reopen(State.CLOSED, ended_at, at)


NOT_DOWN = gettext_noop("A higher office may not pass its work down to a lower one.")
NOT_HANDED = gettext_noop("This case was not handed over to your office, so there is nothing to object to.")
TOO_LATE = gettext_noop("The time to object ended on %(until_on)s. Please handle the case.")
_HEIGHT = {"area": 0, "village": 1, "township": 2, "town": 3}


def may_push_down(from_level: str, to_level: str, *, is_dispatch: bool, is_their_remit: bool) -> Verdict:
    """A town office may not push its work down to a township or village; the one-door desk sorts, so it may."""
    if _HEIGHT[to_level] < _HEIGHT[from_level] and not (is_dispatch or is_their_remit):
        return Verdict(NOT_DOWN)
    return YES


def may_object(*, is_handed_over: bool, until_on: date | None, on: date) -> Verdict:
    """An objection needs a hand-over to object to, and comes within its limit (信访工作条例 art. 23)."""
    if not is_handed_over:
        return Verdict(NOT_HANDED)
    if until_on is not None and on > until_on:
        return Verdict(TOO_LATE, {"until_on": until_on})
    return YES
