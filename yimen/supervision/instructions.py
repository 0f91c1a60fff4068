"""The instructions on a case: who may write one, who reports, and what they say."""

from dataclasses import dataclass
from datetime import date, datetime

from yimen.cases.policies import OTHER_OFFICE, OTHER_ROLE, WORKING_ROLES, may_know
from yimen.cases.queries import Case
from yimen.cases.rules import NOT_NOW, OPEN, State
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Role
from yimen.supervision.models import Instruction

STANDS_OPEN = gettext_noop("The office has not reported on the last instruction yet.")
NO_INSTRUCTION = gettext_noop("There is no instruction to report on.")


@dataclass(frozen=True)
class InstructionFacts:
    """One instruction, and the report on it."""

    at: datetime
    until_on: date
    text: str
    reported_at: datetime | None
    report: str

    def is_late(self, today: date) -> bool:
        """Was the report due before today and has not come?"""
        return self.reported_at is None and self.until_on < today


def instructions_on(case: Case) -> list[InstructionFacts]:
    """All instructions on a case that has been opened, oldest first; one statement."""
    rows = Instruction.objects.filter(case=case).order_by("id")
    return [InstructionFacts(row.at, row.until_on, row.text, row.reported_at, row.report) for row in rows]


def may_instruct(by: Acting, case: Case, *, stands_open: bool) -> Verdict:
    """The supervisor of the office or of one above it, while the case is open; one instruction at a time."""
    if not (aside := may_know(by, case)):
        return aside
    if by.role is not Role.SUPERVISOR:
        return Verdict(OTHER_ROLE)
    if not case.office.path.startswith(by.office_path):
        return Verdict(OTHER_OFFICE)
    if State(case.state) not in OPEN:
        return Verdict(NOT_NOW[State(case.state)])
    return Verdict(STANDS_OPEN) if stands_open else YES


def may_report(by: Acting, case: Case, *, stands_open: bool) -> Verdict:
    """A clerk or handler of the office that holds the case."""
    if not (aside := may_know(by, case)):
        return aside
    if by.role not in WORKING_ROLES:
        return Verdict(OTHER_ROLE)
    if case.office_id != by.office_id:
        return Verdict(OTHER_OFFICE)
    return YES if stands_open else Verdict(NO_INSTRUCTION)
