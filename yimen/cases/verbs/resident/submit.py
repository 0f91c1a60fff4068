"""A resident brings a case."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from yimen.cases.clocks import first_terms, save_terms
from yimen.cases.joint.holders import helpers_receipt, invitations_from
from yimen.cases.joint.inviting import write_helper, write_invitations
from yimen.cases.models import Case
from yimen.cases.rules import State, Way
from yimen.cases.submission import Meant, Submission, plainly, understood
from yimen.cases.telling import tell
from yimen.deadlines.terms import Term, first_due
from yimen.files.store import keep_files
from yimen.journal.record import record
from yimen.kernel.receipts import hashed, receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.decide import Decision, decide
from yimen.routing.queries import ProcedureFacts
from yimen.routing.town import Town, the_town


@dataclass(frozen=True)
class Receipt:
    """What the resident gets: the case, its code (never stored), and whether this form had been sent before."""

    case: Case
    code: str
    is_new: bool
    says_the_same: bool  # False: the form came before with other words, which were not taken
    terms: tuple[Term, ...] = ()  # of a new case, those that run from now on
    invitations: tuple[str, ...] = ()  # codes to hand over, for those who stand with them; not stored either
    helpers: str = ""  # the code of whoever helped to bring it, if they want to see where it stands


def submit_case(*, by: Actor, sent: Submission, at: datetime, town: Town | None = None) -> Receipt:
    """What a resident brings is written down, gets a receipt, an office and a date; sent twice, it is one case."""
    sent = plainly(sent)
    code = receipt_from(sent.nonce, derived_key("receipt"))
    codes: dict[str, Any] = {
        "invitations": tuple(invitations_from(sent.nonce, sent.others)),
        "helpers": helpers_receipt(sent.nonce) if sent.consent and sent.is_followed else "",
    }
    town = town or the_town()
    try:
        meant = understood(sent, town)
        case, terms = _submit(by=by, meant=meant, code=code, town=town, at=at)
        return Receipt(case, code, is_new=True, says_the_same=True, terms=tuple(terms), **codes)
    except (IntegrityError, Refused):  # here already, though its category may have gone since
        earlier = Case.objects.filter(receipt_hash=receipt_hash(code)).first()
        if earlier is None:
            raise
        is_same = bytes(earlier.digest) == sent.digest
        return Receipt(earlier, code, is_new=False, says_the_same=is_same, **(codes if is_same else {}))


def is_here(sent: Submission) -> bool:
    """Has this very form become a case before?"""
    code = receipt_from(sent.nonce, derived_key("receipt"))
    return Case.objects.filter(receipt_hash=receipt_hash(code)).exists()


def receipt_hash(code: str) -> bytes:
    """What is stored of a receipt."""
    return hashed(code, derived_key("look-up"))


@transaction.atomic
def _submit(*, by: Actor, meant: Meant, code: str, town: Town, at: datetime) -> tuple[Case, list[Term]]:
    sent = meant.submission
    decision = decide(town, meant.category, meant.area_id, meant.accused_id)
    procedure = town.catalogue.procedure_of(meant.category)
    terms = first_terms(procedure, meant.category, decision.office, town=town, at=at)
    case = new_case(meant, code, decision, procedure, terms, at=at)
    case.save(force_insert=True)
    save_terms(case.ref, terms)
    if sent.files:
        keep_files(subject=case.ref, by=by.ref, placed=sent.files, at=at)
    if sent.others:
        write_invitations(case, invitations_from(sent.nonce, sent.others), at=at)
    if sent.consent and sent.is_followed:
        write_helper(case, helpers_receipt(sent.nonce), at=at)
    _tell_received(case, sent, code, min(terms, key=lambda t: t.due_on), town=town, at=at)
    record(
        "case.submitted",
        subject=case.ref,
        by=by.ref,
        at=at,
        channel=case.channel,
        office=case.office_id,
        files=len(sent.files),
    )
    return case, terms


def _tell_received(case: Case, sent: Submission, code: str, term: Term, *, town: Town, at: datetime) -> None:
    if sent.answers_mail:
        by = "case-received-by-mail" if sent.tell is Way.EMAIL else "case-received-by-sms"
        tell(case, by, town=town, at=at, term=term, receipt=code, answers=sent.mail_id)
    else:
        tell(case, "case-received", town=town, at=at, term=term)


def new_case(
    meant: Meant, code: str, decision: Decision, procedure: ProcedureFacts, terms: list[Term], *, at: datetime
) -> Case:
    """The row, not yet written."""
    sent = meant.submission
    return Case(
        received_at=at,
        state=State.RECEIVED.value,
        kind=sent.kind.value,
        channel=sent.channel.value,
        language=sent.language,
        category_id=meant.category.id if meant.category else None,
        procedure_id=procedure.id,
        words=sent.words,
        longitude=sent.longitude,
        latitude=sent.latitude,
        place_words=sent.place_words,
        area_id=meant.area_id,
        office_id=decision.office.id,
        turn_office_id=decision.office.id,
        accused_office_id=meant.accused_id,
        consent=sent.consent,
        route=decision.steps,
        receipt_hash=receipt_hash(code),
        digest=sent.digest,
        tell=sent.tell.value,
        contact_name=sent.contact_name,
        email=sent.email,
        phone=sent.phone,
        postal=sent.postal,
        needs=" ".join(sent.needs),
        **first_due(terms)._asdict(),
    )
