"""What is said on a case and told to its residents: the conversation, and letters in the language of each."""

from collections.abc import Callable
from datetime import datetime

from yimen.cases.joint.holders import Reader, readers_of
from yimen.cases.models import Case, Message
from yimen.cases.rules import Way
from yimen.deadlines.terms import Term
from yimen.deadlines.words import explain
from yimen.kernel.languages import day_in, name_in
from yimen.notifications.letters import promise_letter
from yimen.people.rules import Acting, Actor
from yimen.routing.town import Town

#: A word of a letter: as it was written, or made for the language of whoever reads it.
Word = str | Callable[[str], str]


def tell(case: Case, code: str, *, town: Town, at: datetime, term: Term | None = None, **params: Word) -> None:
    """Promise this letter to all who stand in the case, to each in their language and by the way they chose."""
    for reader in readers_of(case):
        tell_one(reader, case, code, town=town, at=at, term=term, **params)


def tell_one(
    reader: Reader, case: Case, code: str, *, town: Town, at: datetime, term: Term | None = None, **params: Word
) -> None:
    """The office's name and telephone, and the date with its reason, go along."""
    office = town.offices.by_id[case.office_id]
    promise_letter(
        code,
        subject=reader.subject,
        language=reader.language,
        way=reader.way,
        address={Way.EMAIL: reader.email, Way.SMS: reader.phone, Way.POST: reader.postal}.get(Way(reader.way), ""),
        at=at,
        edition=town.editions.get("routing", 0),
        office=name_in(office.names, reader.language),
        telephone=office.telephone or "–",
        due=day_in(term.due_on, reader.language) if term else "",
        explanation=explain(term, reader.language) if term else "",
        **{name: word if isinstance(word, str) else word(reader.language) for name, word in params.items()},
    )


def say(case: Case, text: str, *, kind: Message.Kind, about: str, by: Actor, at: datetime) -> Message:
    """Add these words to the conversation; ``about`` is the journal code they belong to."""
    office_id = by.office_id if isinstance(by, Acting) else None
    return Message.objects.create(case=case, at=at, kind=kind, about=about, by=by.ref, office_id=office_id, text=text)
