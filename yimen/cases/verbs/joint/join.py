"""The bearer of an invitation joins a case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.clocks import next_term, of_the_resident
from yimen.cases.joint.holders import code_hash, holder_of, opened_by
from yimen.cases.joint.inviting import may_join
from yimen.cases.joint.rules import Held
from yimen.cases.models import Case, Holder
from yimen.cases.rules import Way
from yimen.cases.submission import with_address
from yimen.cases.telling import tell
from yimen.deadlines.terms import open_terms
from yimen.journal.record import record
from yimen.kernel.receipts import receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@dataclass(frozen=True)
class Joining:
    """How whoever joins wants to be told, and the secret of their form, from which their own receipt comes."""

    nonce: str
    language: str
    tell: Way = Way.HERE
    email: str = ""
    phone: str = ""


def join_case(*, by: Resident, invitation: Holder, joining: Joining, at: datetime) -> tuple[Case, str]:
    """An invitation becomes a receipt of one's own, once; all who stand in the case are told, each by their own way.

    Gives the case and the receipt's code. The same form sent twice shows the same receipt.
    """
    code = receipt_from(joining.nonce, derived_key("receipt"))
    try:
        return _join(by=by, invitation=invitation, joining=joining, code=code, at=at), code
    except (IntegrityError, Refused):
        earlier = holder_of(code_hash(code))
        if earlier is None:
            raise
        return opened_by(earlier), code


@transaction.atomic
def _join(*, by: Resident, invitation: Holder, joining: Joining, code: str, at: datetime) -> Case:  # noqa: ARG001 – nobody yet
    require(may_join(invitation))
    email, phone = with_address(joining.tell, joining.email, joining.phone)
    case: Case = invitation.case
    Holder.objects.change(
        invitation,
        state=Held.STANDS.value,
        at=at,
        invitation_hash=None,
        receipt_hash=code_hash(code),
        language=joining.language,
        tell=joining.tell.value,
        email=email,
        phone=phone,
    )
    Case.objects.change(case, joint=max(case.joint, 1) + 1)
    terms = of_the_resident(open_terms(case.ref))
    town, standing = the_town(), str(case.joint)
    tell(case, "case-joined", town=town, at=at, term=next_term(terms) if terms else None, count=standing)
    joined = Resident(case.pk, invitation.pk)
    record("case.joined", subject=case.ref, by=joined.ref, at=at, standing=case.joint)
    return opened_by(invitation)
