"""What a resident is told: one letter, in their language, by the way they chose."""

from datetime import datetime

from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.deadlines.terms import Term
from yimen.deadlines.words import explain
from yimen.kernel.languages import day_in, name_in
from yimen.notifications.letters import promise_letter
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
