"""Cases are taken over from an older system, many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import first_terms, save_many
from yimen.cases.models import Case, Opinion
from yimen.cases.rules import CONTACTS_KEPT, Outcome, State
from yimen.cases.submission import Meant, Submission
from yimen.cases.verbs.resident.submit import new_case, receipt_hash
from yimen.cases.words import in_language
from yimen.deadlines.terms import Term
from yimen.journal.record import Entry, entry, record_many
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import gettext_noop
from yimen.people.rules import Operator
from yimen.routing.decide import decide
from yimen.routing.town import Town

NO_NOTE = gettext_noop("Closed in the older system; no answer was kept.")


@dataclass(frozen=True)
class OldCase:
    """One case as the older system has it. Its nonce comes from its old number: taken twice, it is one case."""

    sent: Submission
    received_at: datetime
    closed_at: datetime | None = None
    answer: str = ""
    category_id: int | None = None
    area_id: int | None = None


@transaction.atomic
def take_over_cases(*, by: Operator, old: Sequence[OldCase], town: Town, at: datetime) -> list[Case]:
    """Write these cases with their original dates; those that are here already are left alone.

    Returns the new ones. A few hundred at a time: one statement for each table.
    """
    fresh = _not_here_yet(old)
    cases: list[Case] = []
    terms: list[list[Term]] = []
    for one, code in fresh:
        case, running = _row(one, code, town, at)
        cases.append(case)
        terms.append(running)
    Case.objects.bulk_create(cases)
    save_many([(case.ref, term) for case, running in zip(cases, terms, strict=True) for term in running])
    Opinion.objects.bulk_create(
        _opinion(one, case) for (one, _), case in zip(fresh, cases, strict=True) if one.closed_at
    )
    record_many([e for (one, _), case in zip(fresh, cases, strict=True) for e in _entries(one, case, by, at)])
    return cases


def _not_here_yet(old: Sequence[OldCase]) -> list[tuple[OldCase, str]]:
    key = derived_key("receipt")
    coded = {receipt_hash(code := receipt_from(one.sent.nonce, key)): (one, code) for one in old}
    here = set(map(bytes, Case.objects.filter(receipt_hash__in=list(coded)).values_list("receipt_hash", flat=True)))
    return [pair for digest, pair in coded.items() if digest not in here]


def _row(one: OldCase, code: str, town: Town, at: datetime) -> tuple[Case, list[Term]]:
    """The case, and the limits that run for it from the day it was received; none if it is closed."""
    category = town.catalogue.by_id.get(one.category_id or 0)
    procedure = town.catalogue.procedure_of(category)
    decision = decide(town, category, one.area_id)
    is_open = one.closed_at is None
    terms = first_terms(procedure, category, decision.office, town=town, at=one.received_at) if is_open else []
    meant = Meant(one.sent, category, one.area_id, None)
    case = new_case(meant, code, decision, procedure, terms, at=one.received_at)
    if one.closed_at is not None:
        case.state, case.ended_at = State.CLOSED.value, max(one.closed_at, one.received_at)
        case.turn_office_id = None
        case.fades_at = at + CONTACTS_KEPT  # counted from today, or old cases would be forgotten in their first night
    return case, terms


def _opinion(one: OldCase, case: Case) -> Opinion:
    return Opinion(
        case=case,
        at=case.ended_at or case.received_at,
        by="operator",
        office_id=case.office_id,
        outcome=Outcome.EXPLAIN.value,
        opinion=one.answer or in_language(NO_NOTE, case.language),
    )


def _entries(one: OldCase, case: Case, by: Operator, at: datetime) -> list[Entry]:
    taken = entry(
        "case.taken_over",
        subject=case.ref,
        by=by.ref,
        at=case.received_at,
        office=case.office_id,
        taken=day_of(at).isoformat(),
    )
    if one.closed_at is None:
        return [taken]
    closed = entry("case.answered", subject=case.ref, by=by.ref, at=case.ended_at or at, office=case.office_id)
    return [taken, closed]
