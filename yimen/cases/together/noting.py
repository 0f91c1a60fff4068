"""Notes for colleagues: who writes them, and who reads them."""

from yimen.cases.copies.rules import ERASED
from yimen.cases.models import Case, Note
from yimen.cases.policies import LOOKING_ROLES, OTHER_OFFICE, OTHER_ROLE, may_know
from yimen.cases.rules import Kept
from yimen.kernel.verdict import Verdict
from yimen.people.rules import Acting, Role


def may_note(by: Acting, case: Case) -> Verdict:
    """Whoever may open all of the case because their office has it, or supervises the one that has it."""
    if case.kept == Kept.BARE:
        return Verdict(ERASED)
    who = may_know(by, case)
    if who and by.role not in LOOKING_ROLES:
        return Verdict(OTHER_ROLE)
    is_above = by.role is Role.SUPERVISOR and case.office.path.startswith(by.office_path)
    return who if not who or is_above or case.office_id == by.office_id else Verdict(OTHER_OFFICE)


def notes_for(acting: Acting, case: Case) -> dict[int, str]:
    """The words of the notes, by number; not for an office that was only asked for its part."""
    if not may_note(acting, case):
        return {}
    return {note.pk: note.text for note in Note.objects.filter(case=case)}
