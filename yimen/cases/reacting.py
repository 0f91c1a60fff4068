"""What the worker does for cases: dates that move with the calendar, and answers that nobody rated."""

from datetime import datetime

from yimen.cases.clocks import of_the_resident
from yimen.cases.models import Case
from yimen.cases.queries import answered_before
from yimen.cases.reviews.left import reviews_with_recusals
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import CLOSE_AFTER
from yimen.cases.together.enquiries import move_enquiry
from yimen.cases.verbs.clock.close import close_case
from yimen.cases.verbs.clock.leave_review import leave_review
from yimen.cases.verbs.clock.move_due import move_due_case
from yimen.cases.verbs.clock.pass_up import pass_up_review
from yimen.deadlines.recompute import Moved, begin_recount, count_on
from yimen.deadlines.terms import first_due, open_terms
from yimen.journal.record import Entry
from yimen.kernel.verdict import Refused
from yimen.people.rules import Clock

TRIES = 3  # a case that people keep changing counts its date anew with each change


def move_dates(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – which day changed does not matter
    """The calendar has changed: every open case is to get its right day. The worker does it bit by bit."""
    begin_recount(at)


def move_on(at: datetime) -> bool:
    """Count the next open terms; residents are told if their date moved. False when there is nothing to do."""
    return count_on(lambda moved: _tell(moved, at))


def _tell(moved: list[Moved], at: datetime) -> None:
    for each in moved:
        if each.subject.startswith("enquiry:"):
            move_enquiry(each.subject, each.new_due)
    for subject in dict.fromkeys(each.subject for each in moved if each.subject.startswith("case:")):
        for _ in range(TRIES):
            try:
                _tell_of(subject, at)
            except Refused:
                continue  # somebody has just changed the case: look at it as it is now
            break


def _tell_of(subject: str, at: datetime) -> None:
    case = Case.objects.filter(pk=int(subject.removeprefix("case:")), due_on__isnull=False).first()
    terms = of_the_resident(open_terms(subject))
    if case and case.due_on and terms and first_due(terms)[:2] != (case.due_on, case.due_is_provisional):
        move_due_case(by=Clock(), case=case, terms=terms, old=case.due_on, at=at)


def move_review_up(entry: Entry, at: datetime) -> None:
    """Somebody stands aside from a review, or it has just been asked for: is anybody left who may do it?"""
    _move_up(int(entry.subject.removeprefix("case:")), at)


def move_reviews_up(at: datetime) -> None:
    """The same for all, once a day: people leave, too."""
    for pk in reviews_with_recusals():
        _move_up(pk, at)


def _move_up(pk: int, at: datetime) -> None:
    case = Case.objects.select_related("office").filter(pk=pk, has_recusals=True).exclude(stage=Stage.FIRST).first()
    if case is None:
        return
    for verb in (pass_up_review, leave_review):
        try:
            verb(by=Clock(), case=case, at=at)
        except Refused:
            continue  # somebody is left, or was quicker
        return


def close_answered(at: datetime) -> None:
    """Thirty days after an answer that nobody rated or disputed."""
    while cases := answered_before(at - CLOSE_AFTER):
        for case in cases:
            try:
                close_case(by=Clock(), case=case, at=at)
            except Refused:
                continue  # the resident was quicker; the next round sees the new state
