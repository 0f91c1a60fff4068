"""A colleague writes a note on a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Note
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.noting import may_note
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def note_case(*, by: Acting, case: Case, text: str, at: datetime) -> None:
    """Whoever handles it next need not ask again. No date moves by it, and the resident sees that it was written."""
    require(may_note(by, case))
    text = needed(text, LONGEST_REMARK)
    Case.objects.change(case)  # whoever has the page open reads it before they go on
    made = Note.objects.create(case=case, at=at, by=by.ref, office_id=by.office_id, text=text)
    record("case.noted", subject=case.ref, by=by.ref, at=at, office=by.office_id, note=made.pk)
