"""What is said on a case and told to its resident: the conversation, and letters in their language."""

from datetime import datetime

from yimen.cases.models import Case, Message
from yimen.cases.rules import Way
from yimen.deadlines.terms import Term
from yimen.deadlines.words import explain
from yimen.kernel.languages import day_in, name_in
from yimen.notifications.letters import promise_letter
from yimen.people.rules import Acting, Actor
from yimen.routing.town import Town


def tell(case: Case, code: str, *, town: Town, at: datetime, term: Term | None = None, **params: str) -> None:
    """Promise the resident this letter; the office's name and telephone, and the date with its reason, go along."""
    office = town.offices.by_id[case.office_id]
    address = {Way.EMAIL: case.email, Way.SMS: case.phone}.get(Way(case.tell), "")
    promise_letter(
        code,
        subject=case.ref,
        language=case.language,
        way=case.tell,
        address=address,
        at=at,
        edition=town.editions.get("routing", 0),
        office=name_in(office.names, case.language),
        telephone=office.telephone or "–",
        due=day_in(term.due_on, case.language) if term else "",
        explanation=explain(term, case.language) if term else "",
        **params,
    )


def say(case: Case, text: str, *, kind: Message.Kind, about: str, by: Actor, at: datetime) -> Message:
    """Add these words to the conversation; ``about`` is the journal code they belong to."""
    office_id = by.office_id if isinstance(by, Acting) else None
    return Message.objects.create(case=case, at=at, kind=kind, about=about, by=by.ref, office_id=office_id, text=text)
