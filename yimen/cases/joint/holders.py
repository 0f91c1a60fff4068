"""Reading who holds a receipt of a case: by its code, by the browser's note of it, and how many they are."""

from dataclasses import dataclass

from yimen.cases.joint.rules import Held, Holding
from yimen.cases.models import Case, Holder
from yimen.kernel.receipts import hashed, receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.text import number_in
from yimen.people.rules import Resident

_MARK = 6  # bytes of a receipt's keyed hash: a note of one that no longer opens the case opens nothing


@dataclass(frozen=True)
class Reader:
    """Somebody who is told what happens to a case: where their letters stand, in which language, and by which way."""

    subject: str
    language: str
    way: str
    email: str
    phone: str
    postal: str = ""  # only of whoever brought it by a clerk


def readers_of(case: Case) -> list[Reader]:
    """Whoever brought it, and those who stand in it with them; a statement only where there are any."""
    others = [Reader(h.ref, h.language, h.tell, h.email, h.phone) for h in representatives(case)]
    if others and len(others) == case.joint:  # whoever brought it has left
        return others
    return [Reader(case.ref, case.language, case.tell, case.email, case.phone, case.postal), *others]


def reader_of(case: Case) -> Reader:
    """Whoever opened it by their receipt, or by a letter to them."""
    if case.holder:
        return Reader(case.holder.ref, case.holder.language, case.holder.tell, case.holder.email, case.holder.phone)
    return Reader(case.ref, case.language, case.tell, case.email, case.phone, case.postal)


def representatives(case: Case) -> list[Holder]:
    """Who stands in it besides whoever brought it."""
    if not case.joint:
        return []
    kind, state = Holding.REPRESENTATIVE.value, Held.STANDS.value
    return list(Holder.objects.filter(case=case, kind=kind, state=state).order_by("id"))


def open_invitations(case: Case) -> int:
    """How many invitations nobody has taken yet."""
    return Holder.objects.filter(case=case, state=Held.INVITED.value).count()


def is_helpers(case: Case) -> bool:
    """Was it opened by a helper, who reads where it stands and nothing more?"""
    return case.holder is not None and case.holder.kind == Holding.HELPER


def has_helper(case: Case) -> bool:
    """Does a helper hold a receipt of it? No statement where nobody helped."""
    kind, state = Holding.HELPER.value, Held.STANDS.value
    return bool(case.consent) and Holder.objects.filter(case=case, kind=kind, state=state).exists()


def resident_of(case: Case) -> Resident:
    """Who acts with the receipt that opened it; a helper acts for nobody."""
    if is_helpers(case):
        return Resident(0)
    return Resident(case.pk, case.holder.pk if case.holder else 0)


def letters_subject(case: Case) -> str:
    """Where the letters of this receipt stand: nobody reads those to another one."""
    return case.holder.ref if case.holder else case.ref


def holder_of(code_hash: bytes) -> Holder | None:
    """Whose receipt this is, if it still opens a case."""
    found: Holder | None = (
        Holder.objects.select_related("case", "case__office")
        .filter(receipt_hash=code_hash, state=Held.STANDS.value)
        .first()
    )
    return found


def note_of(case: Case) -> str:
    """What a browser notes of a receipt, signed: which case, by whose receipt, and a mark that changes with it."""
    own = case.holder.receipt_hash if case.holder else case.receipt_hash
    mark = bytes(own or b"")[:_MARK].hex()
    return f"{case.pk}.{case.holder.pk if case.holder else 0}.{mark}"


def opened_by(holder: Holder) -> Case:
    """Their case, and that it is they who opened it."""
    case: Case = holder.case
    case.holder = holder
    return case


def told(subject: str) -> Case | None:
    """The case that letters to this holder of a receipt are about, if that receipt still opens it."""
    kind, _, number = subject.partition(":")
    if kind == "holder":
        holders = Holder.objects.select_related("case", "case__office")
        stands = {"state": Held.STANDS.value, "kind": Holding.REPRESENTATIVE.value}
        holder = holders.filter(pk=int(number), **stands).first()
        return opened_by(holder) if holder else None
    case: Case | None = None
    if kind == "case":
        case = Case.objects.select_related("office").filter(pk=int(number)).first()
    return case if case and subject in {reader.subject for reader in readers_of(case)} else None


def noted(note: str) -> Case | None:
    """The case of a browser's note, if its receipt still opens it."""
    said, _, rest = note.partition(".")
    which, _, mark = rest.partition(".")
    pk, number = number_in(said), number_in(which)
    if pk is None or number is None or not mark:
        return None
    if number:
        holder = Holder.objects.select_related("case", "case__office").filter(pk=number, case_id=pk).first()
        case = opened_by(holder) if holder and holder.state == Held.STANDS else None
    else:
        case = Case.objects.select_related("office").filter(pk=pk).first()
    return case if case and note_of(case) == note else None


def invitations_from(nonce: str, count: int) -> list[str]:
    """The invitations of this form: the same ones however often it is sent, and stored nowhere."""
    return [receipt_from(f"{nonce}.{i}", derived_key("invitation")) for i in range(count)]


def helpers_receipt(nonce: str) -> str:
    """The helper's own receipt of this form; stored nowhere."""
    return receipt_from(f"{nonce}.helper", derived_key("receipt"))


def code_hash(code: str) -> bytes:
    """What is stored of an invitation, as of a receipt."""
    return hashed(code, derived_key("look-up"))
