"""The life of a mediation: its states, whose turn each is, and how it ends. Pure: no Django, no clock.

The law of the Chinese pack is the 人民调解法 (2011). Nobody has to mediate, nobody has to stay, and no court or other
road is closed by it (art. 3).
"""

from datetime import date, timedelta
from enum import StrEnum

from yimen.deadlines.rules import months_later
from yimen.kernel.verdict import YES, Verdict, gettext_noop


class State(StrEnum):
    """Where a mediation stands."""

    APPLIED = "applied"  # brought to a committee, which names a mediator
    NAMED = "named"  # somebody is named, and says first whether anything stands between them and a side
    INTAKE = "intake"  # the mediator hears those who have come, each apart
    INVITING = "inviting"  # who has not come yet is asked
    CHOOSING = "choosing"  # all want to; each says whether this mediator is right for them
    OPEN = "open"  # under way
    SIGNING = "signing"  # a text is fixed; whoever is needed signs
    AGREED = "agreed"  # in force; what was promised is followed up
    ENDED = "ended"


class Turn(StrEnum):
    """Whose turn it is."""

    COMMITTEE = "committee"
    MEDIATOR = "mediator"
    SIDES = "sides"
    NOBODY = "nobody"


TURN: dict[State, Turn] = {
    State.APPLIED: Turn.COMMITTEE,
    State.NAMED: Turn.MEDIATOR,
    State.INTAKE: Turn.MEDIATOR,
    State.INVITING: Turn.SIDES,
    State.CHOOSING: Turn.SIDES,
    State.OPEN: Turn.MEDIATOR,
    State.SIGNING: Turn.SIDES,
    State.AGREED: Turn.MEDIATOR,
    State.ENDED: Turn.NOBODY,
}

#: Until all have signed, whoever is in may leave, and says nothing of why (art. 23).
_TALK = ("say", "say_alone", "note", "show_file", "take_back_file")
#: Who comes with a side, and whether sessions are open to others: as long as there is something to talk about.
_COMPANY = ("bring_companion", "answer_companion", "admit_companion", "dismiss_companion", "step_back", "wish_public")
MOVES: dict[State, dict[str, State]] = {
    State.APPLIED: {"name_mediator": State.NAMED, "end_late": State.ENDED},
    State.NAMED: {"accept_naming": State.INTAKE, "accept_again": State.CHOOSING, "decline_naming": State.APPLIED},
    State.INTAKE: {"screen": State.INTAKE, "invite": State.INVITING},
    State.INVITING: {
        "screen": State.INVITING,
        "come": State.INVITING,
        "come_last": State.CHOOSING,
        "answer_later": State.INVITING,
        "refuse": State.ENDED,
        "end_late": State.ENDED,
    },
    State.CHOOSING: {
        "screen": State.CHOOSING,
        "choose_mediator": State.CHOOSING,
        "begin": State.OPEN,
        "refuse_mediator": State.APPLIED,
        "end_late": State.ENDED,
    },
    State.OPEN: {
        "screen": State.OPEN,
        "confirm_rights": State.OPEN,
        "schedule": State.OPEN,
        "offer_times": State.OPEN,
        "answer_times": State.OPEN,
        "call": State.OPEN,
        "hold": State.OPEN,
        "propose": State.OPEN,
        "answer_proposal": State.OPEN,
        "ask_time": State.OPEN,
        "draft": State.OPEN,
        "put_to_signing": State.SIGNING,
        "refuse_mediator": State.APPLIED,
        "end_late": State.ENDED,
    },
    State.SIGNING: {
        "call": State.SIGNING,
        "sign": State.SIGNING,
        "sign_paper": State.SIGNING,
        "seal": State.SIGNING,
        "complete": State.AGREED,
        "ask_change": State.OPEN,
    },
    State.AGREED: {"call": State.AGREED, "follow_up": State.AGREED, "finish": State.ENDED},
    State.ENDED: {},
}
#: The states in which nobody is bound yet, so that each side may leave and the mediator may end it.
FREE = (
    State.APPLIED, State.NAMED, State.INTAKE, State.INVITING, State.CHOOSING, State.OPEN, State.SIGNING,
)  # fmt: skip
#: A mediator is there, and may talk with those who have come.
WITH_MEDIATOR = (State.INTAKE, State.INVITING, State.CHOOSING, State.OPEN, State.SIGNING, State.AGREED)
for _state in FREE:
    MOVES[_state]["leave"] = State.ENDED
    MOVES[_state] |= dict.fromkeys(_COMPANY, _state)
MOVES[State.AGREED] |= dict.fromkeys(("admit_companion", "dismiss_companion", "step_back"), State.AGREED)
for _state in WITH_MEDIATOR:
    MOVES[_state] |= dict.fromkeys(_TALK, _state)
    if _state in FREE:
        MOVES[_state]["end"] = State.ENDED


class Source(StrEnum):
    """How it began (art. 17, 18)."""

    APPLICATION = "application"
    OFFER = "offer"
    REFERRAL = "referral"


class Kind(StrEnum):
    """What a dispute is about, by the names that the committees' figures use."""

    FAMILY = "family"
    NEIGHBOURS = "neighbours"
    HOUSING = "housing"
    CONTRACT = "contract"
    BUSINESS = "business"
    DAMAGES = "damages"
    LAND = "land"  # forest, land and the boundaries of pastures
    REQUISITION = "requisition"
    ENVIRONMENT = "environment"
    LABOUR = "labour"
    CONSUMER = "consumer"
    MEDICAL = "medical"
    TRAFFIC = "traffic"
    PROPERTY = "property"  # what a manager of buildings owes to those who live there
    TOURISM = "tourism"
    IDEAS = "ideas"  # intellectual property
    INTERNET = "internet"
    OTHER = "other"


class Standing(StrEnum):
    """What a side has said to being part of it."""

    NAMED = "named"  # somebody has named them; they know of nothing
    INVITED = "invited"
    LATER = "later"  # they ask for time
    IN = "in"
    OUT = "out"  # no, or left


MOST_SIDES = 6
ANSWER_WITHIN = timedelta(days=15)  # so long an invitation stands; a proposal, not a law
MONTHS = 1  # so long mediation lasts, unless all want longer (人民调解工作若干规定 art. 33; unchecked)

NOT_NOW: dict[State, str] = {
    State.APPLIED: gettext_noop("The committee has not named a mediator yet."),
    State.NAMED: gettext_noop("Whoever was named as mediator has not accepted yet."),
    State.INTAKE: gettext_noop("The mediator is hearing those who have come, each apart."),
    State.INVITING: gettext_noop("Somebody was invited and has not answered yet."),
    State.CHOOSING: gettext_noop("The sides have not all said yet whether this mediator is right for them."),
    State.OPEN: gettext_noop("The mediation is under way."),
    State.SIGNING: gettext_noop("A text is waiting to be signed. Whoever wants it changed says so first."),
    State.AGREED: gettext_noop("There is an agreement, and it is in force."),
    State.ENDED: gettext_noop("This mediation has ended."),
}


def may_move(state: State, verb: str) -> Verdict:
    """May this happen to a mediation in this state?"""
    return YES if verb in MOVES[state] else Verdict(NOT_NOW[state])


def limit_from(on: date) -> date:
    """The last day of a mediation that all sides agreed to on this day."""
    return months_later(on, MONTHS)


NOT_SO_LONG = gettext_noop("Choose a day after %(now)s and not later than %(last)s: a month at a time.")


def may_extend_to(until: date, now: date) -> Verdict:
    """More time is given only by all sides together, a month at a time."""
    last = limit_from(now)
    if now < until <= last:
        return YES
    return Verdict(NOT_SO_LONG, {"now": now.isoformat(), "last": last.isoformat()})


class Screened(StrEnum):
    """What the mediator found when they heard a side alone."""

    SUITABLE = "suitable"  # comes freely, is safe, and understands
    NEEDS_SOMEBODY = "needs_somebody"  # a guardian or somebody they trust has to be there first
    UNSUITABLE = "unsuitable"  # is not free or not safe: there is no mediation


NOT_SCREENED = gettext_noop("Please hear each side alone first, and note whether they come freely and are safe.")
NOT_SUITABLE = gettext_noop("By what you noted there can be no mediation as it is. Please end it; no side reads why.")


def may_go_on(screened: list[str]) -> Verdict:
    """May the mediator bring the sides together, after hearing each alone?"""
    if Screened.UNSUITABLE in screened:
        return Verdict(NOT_SUITABLE)
    return YES if all(one == Screened.SUITABLE for one in screened) else Verdict(NOT_SCREENED)


LONGEST_WORDS = 4_000
LONGEST_NAME = 120


def number_in_words(year: int, sign: str, serial: int) -> str:
    """The number on the cover, as Chinese files have it; empty before there is one."""
    return f"（{year}）{sign}人调字第{serial}号" if serial else ""
