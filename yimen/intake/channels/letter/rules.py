"""A letter's pages: how many, in which order, which way up, and how far a program has read them. Pure: no Django."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Reading(StrEnum):
    """How far a page is."""

    WAITING = "waiting"  # for the worker
    READ = "read"  # its words stand there, if there are any
    UNREAD = "unread"  # no program here reads this language; it is straightened, if something here can
    FAILED = "failed"  # the program could not, three times


class Do(StrEnum):
    """What a clerk does to a page."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"  # a quarter
    RIGHT = "right"
    AS_IT_WAS = "as_it_was"  # not straightened: the program was wrong
    OUT = "out"  # it does not belong to the letter


MOST_SHEETS = 24
MOST_TRIES = 3  # then the clerk types it
LEASE = timedelta(minutes=5)  # a worker that dies over a page lets go of it then
LONGEST_READ = 120  # seconds for one page; a slow machine needs 20
LEAST_SKEW, MOST_SKEW = 0.3, 15.0  # degrees: less nobody sees, more is no letter that lies a little askew
KEPT = timedelta(days=90)  # a letter that nobody makes a case of; the paper is still in the house
LATEST_ARRIVAL = timedelta(days=60)  # so long ago a letter may have come that is brought in today

TOO_MANY = gettext_noop("A letter has at most %(most)s pages here. Please bring in the rest as a second letter.")
NO_PAGE = gettext_noop("There is no page here. Please choose the scan or the photos of the letter.")
LAST_PAGE = gettext_noop("This is the only page. Put the whole letter away if it is none.")
NOT_YET = gettext_noop("This day has not come yet. When did the letter come?")
TOO_LONG_AGO = gettext_noop("A letter that came more than %(days)s days ago? Please look at the day again.")


def may_have(sheets: int) -> Verdict:
    """May a letter have so many pages?"""
    return YES if sheets <= MOST_SHEETS else Verdict(TOO_MANY, {"most": MOST_SHEETS})


def moved(order: Sequence[int], sheet: int, do: Do) -> list[int]:
    """The order after this page went one place up or down; at the end it stays where it is."""
    found = list(order)
    here = found.index(sheet)
    there = max(here - 1, 0) if do is Do.UP else min(here + 1, len(found) - 1)
    found[here], found[there] = found[there], found[here]
    return found


def turned(turn: int, do: Do) -> int:
    """Quarters clockwise after one more to the left or the right."""
    return (turn + (1 if do is Do.RIGHT else -1)) % 4


def as_words(texts: Sequence[str]) -> str:
    """What was read, page after page, to begin the typing with."""
    return "\n\n".join(text.strip() for text in texts if text.strip())
