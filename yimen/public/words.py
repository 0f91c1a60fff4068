"""The words for states and turns, as a resident or the desk reads them."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from yimen.cases.rules import TURN, State, Turn
from yimen.cases.words import DESK_TURNS, STATES, TURNS
from yimen.public.dates import day_in_words


class Shown(NamedTuple):
    """What a state tag shows: a look (yours, theirs, done, late, plain), the state's word, whose turn until when."""

    look: str
    state: str
    turn: str


def state_in_words(code: str, reader: str, *, until: date | None, late: bool) -> Shown:
    """The state of a case for this reader ("resident" or "office"): a shape, a word, and whose turn it is."""
    state = State(code)
    turn = TURN[state]
    words = "" if turn is Turn.NOBODY else _((TURNS if reader == "resident" else DESK_TURNS)[turn])
    if until and turn in (Turn.OFFICE, Turn.SUPERIOR):  # the limits bind offices, never the resident
        words = _("%(turn)s — until %(day)s") % {"turn": words, "day": day_in_words(until)}
    return Shown(_look(state, turn, reader, late=late), _(STATES[state]), words)


def _look(state: State, turn: Turn, reader: str, *, late: bool) -> str:
    if late:
        return "late"
    if turn is Turn.NOBODY:
        return "done" if state is State.CLOSED else "plain"
    return "yours" if turn.value == reader else "theirs"
