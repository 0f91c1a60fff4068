"""Who sits in a call and who waits before its door, and how much may be said. Pure: no Django, no clock."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Sitting(StrEnum):
    """Where somebody is who has a link to a meeting."""

    INVITED = "invited"  # has a link and has not opened it
    WAITING = "waiting"  # before the door
    IN = "in"
    LEFT = "left"  # went; the same link leads before the door again
    OUT = "out"  # for good


#: What may happen to a seat, and where its holder is then. "come" is to open the link in a browser.
MOVES: dict[Sitting, dict[str, Sitting]] = {
    Sitting.INVITED: {"come": Sitting.WAITING, "turn_away": Sitting.OUT},
    Sitting.WAITING: {
        "come": Sitting.WAITING,
        "let_in": Sitting.IN,
        "leave": Sitting.LEFT,
        "turn_away": Sitting.OUT,
    },
    Sitting.IN: {
        "come": Sitting.WAITING,
        "hold": Sitting.WAITING,  # asked to wait outside for a while
        "leave": Sitting.LEFT,
        "turn_away": Sitting.OUT,
    },
    Sitting.LEFT: {"come": Sitting.WAITING, "turn_away": Sitting.OUT},
    Sitting.OUT: {},
}

MOST_IN = 4  # each sends to each: with more, a cheap telephone sends its picture too often
MOST_SEATS = 12  # links of one meeting
LONGEST_CALL = timedelta(hours=3)  # a meeting that nobody ended is over then
PRESENT = timedelta(seconds=40)  # a browser that has said nothing for so long is not there just now
GONE = timedelta(minutes=10)  # and after so long has given up waiting
NOTED_EVERY = timedelta(seconds=10)  # that a browser is there is written down so often, not at each question
LONGEST_SIGNAL = 20_000  # characters; the offer of a browser with many networks has 8,000
MOST_SIGNALS = 400  # that wait for one seat
MOST_AT_ONCE = 60  # signals in one question
LONGEST_LINE = 1_000  # characters
MOST_LINES = 600  # of one meeting
MOST_SLIDES = 10  # of one meeting
SHOWN_TO_ALL = ("image/jpeg", "image/png", "application/pdf")

NOT_NOW = gettext_noop("This is not possible any more. Please look again.")
FULL = gettext_noop("There are %(most)s people in the call already. Somebody must leave first.")
TOO_MANY_LINKS = gettext_noop("This call has had very many links. Please end it and begin another.")
TOO_MANY_SLIDES = gettext_noop("%(most)s documents have been shown in this call; no more can be.")
NOT_A_SLIDE = gettext_noop("In a call, pictures and PDF can be shown.")
OVER = gettext_noop("This call is over.")


class Say(StrEnum):
    """What kind of line somebody typed."""

    CHAT = "chat"
    CAPTION = "caption"  # what is being said, typed for whoever cannot hear it or needs another language


@dataclass(frozen=True)
class Guest:
    """Somebody with a link and no account: nothing else is known of them."""

    ref: str = "guest"


def may_move(state: Sitting, verb: str) -> Verdict:
    """May this happen to a seat that is there?"""
    return YES if verb in MOVES[state] else Verdict(NOT_NOW)


def may_enter(seated: int) -> Verdict:
    """Is there meeting for one more, when so many are in?"""
    return YES if seated < MOST_IN else Verdict(FULL, {"most": MOST_IN})


def may_show(type_: str, shown: int) -> Verdict:
    """May a cleaned file of this type be shown to all, after so many?"""
    if type_ not in SHOWN_TO_ALL:
        return Verdict(NOT_A_SLIDE)
    return YES if shown < MOST_SLIDES else Verdict(TOO_MANY_SLIDES, {"most": MOST_SLIDES})
