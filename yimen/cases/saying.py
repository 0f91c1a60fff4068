"""What is said on a case, kept in the conversation."""

from datetime import datetime

from yimen.cases.models import Case, Message
from yimen.people.rules import Acting, Actor


def say(case: Case, text: str, *, kind: Message.Kind, about: str, by: Actor, at: datetime) -> Message:
    """Add these words to the conversation; ``about`` is the journal code they belong to."""
    office_id = by.office_id if isinstance(by, Acting) else None
    return Message.objects.create(case=case, at=at, kind=kind, about=about, by=by.ref, office_id=office_id, text=text)
