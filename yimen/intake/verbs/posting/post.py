"""A letter on paper is in the post."""

from datetime import datetime

from django.db import transaction

from yimen.intake.posting import require_theirs
from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused
from yimen.notifications.posting import Letter, note_posted
from yimen.people.rules import Acting
from yimen.routing.town import Town


@transaction.atomic
def post_letter(*, by: Acting, letter: Letter, town: Town, at: datetime) -> None:
    """Where it went is forgotten with it. The letter itself stands under the receipt."""
    require_theirs(by, town, letter)
    if not note_posted(letter, at):
        raise Refused(JUST_CHANGED)
    record("letter.posted", subject=letter.subject, by=by.ref, at=at, letter=letter.pk)
