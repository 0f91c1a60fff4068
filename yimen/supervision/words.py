"""How the ladder speaks: what was done on a rung and why, and what comes next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yimen.deadlines.terms import HEARING, MEDIATION
from yimen.kernel.languages import day_in, name_in
from yimen.routing.town import Town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.queries import OnLadder
from yimen.supervision.rules import REACH, Does, Ladder

#: What happened on a rung.
DONE = {
    Does.REMIND: _("The office was reminded"),
    Does.TELL: _("The supervisor of the office was told"),
    Does.INSPECT: _("Put on the inspection list of the offices above"),
    Does.COUNT: _("Counted in public, as one number of the office"),
}
#: What will happen.
COMING = {
    Does.REMIND: _("the office is reminded"),
    Does.TELL: _("the supervisor of the office is told"),
    Does.INSPECT: _("it is put on the inspection list of the offices above"),
    Does.COUNT: _("it is counted in public, as one number of the office"),
}
#: The mark on the row of a list.
MARKS = {
    Does.REMIND: _("Reminded"),
    Does.TELL: _("Supervisor told"),
    Does.INSPECT: _("Inspection list"),
    Does.COUNT: _("Counted in public"),
}
#: Why nothing happens for now, by the reason that the clock stands still.
WAITS = {
    "": _("The ladder waits: it is the resident’s turn, and the clock stands still."),
    HEARING: _("The ladder waits: a hearing is on, and the clock stands still."),
    MEDIATION: _("The ladder waits: the sides talk with one another, and the clock stands still."),
}
BY_REACH = {number: does for does, number in REACH.items()}


def mark(reach: int) -> str:
    """The word on a row, in the reader's language."""
    return gettext(MARKS[BY_REACH[reach]])


def urged(facts: Mapping[str, Any], ladder: Ladder, language: str) -> str:
    """One entry of the story in words: "The office was reminded: half of the time is over; the last day is 6 March"."""
    rung = next((rung for rung in ladder if rung.code == facts["rung"]), None)
    return gettext("%(done)s: %(why)s. The last day is %(day)s.") % {
        "done": gettext(DONE[BY_REACH[facts["reach"]]]),
        "why": name_in(rung.names, language) if rung else facts["rung"],
        "day": day_in(date.fromisoformat(facts["due"]), language),
    }


def lines(place: OnLadder | None, town: Town, language: str) -> list[str]:
    """Where a case stands and what happens next, sentence by sentence."""
    if place is None:
        return []
    said, ladder = [], ladder_of(town.editions)
    if place.stands:
        stands = place.stands
        facts = {"rung": stands.rung, "reach": stands.reach, "due": stands.due_on.isoformat()}
        on = day_in(stands.since_on, language)
        said.append(gettext("On %(day)s – %(what)s") % {"day": on, "what": urged(facts, ladder, language)})
    if place.waits_for is not None:
        said.append(gettext(WAITS.get(place.waits_for, WAITS[""])))
    elif place.next and place.next_on:
        params = {
            "day": day_in(place.next_on, language),
            "what": gettext(COMING[place.next.does]),
            "why": name_in(place.next.names, language),
        }
        said.append(gettext("On %(day)s, unless the date is met: %(what)s (%(why)s).") % params)
    return said
