"""A clerk of the mail room prints a letter on paper."""

from datetime import datetime

from django.db import transaction

from yimen.cases.joint.holders import told
from yimen.intake.posting import require_theirs
from yimen.journal.record import record
from yimen.notifications.posting import Letter
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import POSTING
from yimen.routing.town import Town


@transaction.atomic
def print_letter(*, by: Acting, letter: Letter, town: Town, at: datetime) -> None:
    """Whoever prints it could read it: its resident sees that look. It waits until it is in the post."""
    require_theirs(by, town, letter)
    case = told(letter.subject)
    if case:
        note_look(subject=case.ref, acting=by, purpose=POSTING, at=at)
    record("letter.printed", subject=letter.subject, by=by.ref, at=at, letter=letter.pk)
