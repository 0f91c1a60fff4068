"""The figures of mediation in words: what is counted, and each cell of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yimen.mediation.counted.numbers import Counted
from yimen.mediation.endings import Ending
from yimen.mediation.papers.words import AGREED_AS, AMOUNTS, COURTS
from yimen.mediation.words import KINDS, LEVELS, SOURCES
from yimen.stats.mediating.counting import LEVEL

WHAT = {
    Counted.SOURCE: _("Received, by how it began"),
    LEVEL: _("Received, by level of the committee"),
    Counted.KIND: _("Received, by type"),
    Counted.ENDING: _("Ended"),
    Counted.FORM: _("Agreed, by form"),
    Counted.AGREED_KIND: _("Agreed, by type"),
    Counted.AMOUNT: _("Agreed, by the money it was about"),
    Counted.COURT: _("Confirmed by a court"),
}
ENDED = {
    Ending.REFUSED: _("a side did not want to"),
    Ending.NO_ANSWER: _("no answer"),
    Ending.LEFT: _("a side left"),
    Ending.NOT_AGREED: _("not agreed"),
    Ending.TIME_OVER: _("time over"),
    Ending.PERFORMED: _("agreed and performed"),
    Ending.PARTLY: _("agreed, performed in part"),
    Ending.NOT_PERFORMED: _("agreed, not performed"),
}
NOT_STATED = _("not stated")

CELL_WORDS: dict[str, Mapping[Any, str]] = {
    Counted.SOURCE: SOURCES,
    LEVEL: LEVELS,
    Counted.KIND: KINDS,
    Counted.AGREED_KIND: KINDS,
    Counted.ENDING: ENDED,
    Counted.FORM: AGREED_AS,
    Counted.AMOUNT: AMOUNTS,
    Counted.COURT: COURTS,
}


def which_in_words(what: str, which: str) -> str:
    """A cell of a table in the reader's language."""
    if not which:
        return gettext(NOT_STATED)
    return gettext(CELL_WORDS[what][which])


def quarter_in_words(quarter: date) -> str:
    """“2026, quarter 1”: as the committees' reports name it."""
    return gettext("%(year)s, quarter %(number)s") % {"year": quarter.year, "number": (quarter.month + 2) // 3}


def code_of(quarter: date) -> str:
    """The quarter in an address and in a table: "2026-Q1"."""
    return f"{quarter.year}-Q{(quarter.month + 2) // 3}"
