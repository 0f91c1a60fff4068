"""What the worker does for cases: dates that move with the calendar, and answers that nobody rated."""

from datetime import datetime

from yimen.cases.models import Case
from yimen.cases.queries import answered_before
from yimen.cases.rules import CLOSE_AFTER
from yimen.cases.verbs.clock.close import close_case
from yimen.cases.verbs.clock.move_due import move_due_case
from yimen.deadlines.recompute import Moved, recompute_open_terms
from yimen.deadlines.terms import open_terms
from yimen.journal.record import Entry
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.rules import Clock


def move_dates(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – which day changed does not matter
    """The calendar has changed: every open case gets its right day, and its resident is told if that moved."""
    recompute_open_terms(editions(), lambda moved: _tell(moved, at))


def _tell(moved: list[Moved], at: datetime) -> None:
    for subject in dict.fromkeys(each.subject for each in moved):
        case = Case.objects.filter(pk=int(subject.removeprefix("case:")), due_on__isnull=False).first()
        if case and case.due_on:
            move_due_case(by=Clock(), case=case, terms=open_terms(subject), old=case.due_on, at=at)


def close_answered(at: datetime) -> None:
    """Thirty days after an answer that nobody rated or disputed."""
    while cases := answered_before(at - CLOSE_AFTER):
        for case in cases:
            try:
                close_case(by=Clock(), case=case, at=at)
            except Refused:
                continue  # the resident was quicker; the next round sees the new state
