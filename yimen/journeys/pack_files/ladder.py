"""Reading ``ladder.csv``: what happens, step by step, while a date is not met."""

from pathlib import Path

from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.references import Languages, coded, columns_in
from yimen.journeys.pack_files.tables import Row
from yimen.kernel.verdict import gettext_noop
from yimen.supervision.rules import REACH, Does, RungFacts, When

FILE = "ladder.csv"
COLUMNS = ("when", "number", "does")
#: The smallest and largest number that makes sense: hundredths of the time, or working days after the last one.
BOUNDS = {When.SHARE: (1, 99), When.AFTER: (1, 366)}
_ORDER = list(When)


def read_ladder(folder: Path, languages: Languages, notes: Notes) -> tuple[RungFacts, ...]:
    """The rungs from the bottom up; each must come later than the one before, and do no less."""
    rungs: list[RungFacts] = []
    for code, row in coded(folder, FILE, (*COLUMNS, *columns_in(languages, "name")), notes):
        rung = _rung(code, row, languages)
        if rung and rungs:
            _check_order(rungs[-1], rung, row)
        if rung:
            rungs.append(rung)
    return tuple(rungs)


def _rung(code: str, row: Row, languages: Languages) -> RungFacts | None:
    when, does = row.one_of("when", tuple(When)), row.one_of("does", tuple(Does))
    names = row.names(languages)
    if when == When.LAST and row.text("number"):
        row.problem("number", gettext_noop("The last working day needs no number: leave this cell empty."))
    if not when or not does:
        return None
    bounds = BOUNDS.get(When(when))
    number = row.number("number", least=bounds[0], most=bounds[1]) if bounds else 0
    return RungFacts(code, When(when), number, Does(does), names)


def _check_order(before: RungFacts, rung: RungFacts, row: Row) -> None:
    if (_ORDER.index(rung.when), rung.number) <= (_ORDER.index(before.when), before.number):
        says = gettext_noop("This rung must come later than “%(code)s”, the one before it.")
        row.problem("when", says, code=before.code)
    if REACH[rung.does] < REACH[before.does]:
        says = gettext_noop("This rung does less than “%(code)s”, the one before it.")
        row.problem("does", says, code=before.code)
