"""Who comes with a side, in the tests of mediation."""

from tests import make_mediation as make_it
from yimen.kernel.receipts import new_nonce, shown
from yimen.mediation.companions.rules import BY_CONSENT, Role
from yimen.mediation.queries.sides import insider_by_code
from yimen.mediation.rooms.inside import BesideIn, SideIn
from yimen.mediation.verbs import Wanted, admit_companion, answer_companion, bring_companion

AT = make_it.AT


def wanted(talk: make_it.Talk, role: Role, *, side: int = 1, may_sign: bool = False, reads_own: bool = False) -> int:
    """A side names somebody."""
    who = Wanted(role, f"zqcompany-{role}-{side}", may_sign, reads_own)
    return bring_companion(by=talk.side(side), wanted=who, at=AT).pk


def code_of(talk: make_it.Talk, role: Role, *, side: int = 1, may_sign: bool = False, reads_own: bool = False) -> str:
    """All that is asked agree, and the side makes a code."""
    pk = wanted(talk, role, side=side, may_sign=may_sign, reads_own=reads_own)
    if role in BY_CONSENT:
        for number in talk.codes:
            if number != side:
                answer_companion(by=talk.side(number), companion=pk, agrees=True, at=AT)
    return admit_companion(by=talk.side(side), companion=pk, nonce=new_nonce(), at=AT)


def by_code(code: str) -> SideIn | BesideIn:
    """Whoever holds it."""
    return insider_by_code(shown(code), address="", at=AT)


def acting(code: str) -> SideIn:
    """The same, for somebody who acts for a side."""
    found = by_code(code)
    assert isinstance(found, SideIn)
    assert found.through is not None
    return found


def beside(code: str) -> BesideIn:
    """The same, for somebody who is only beside one."""
    found = by_code(code)
    assert isinstance(found, BesideIn)
    return found
