"""Several at one case in the small town's tests: who brought the lamp, and those who stand in it with them."""

from datetime import datetime
from typing import Any

from tests import make
from yimen.cases.models import Case, Holder
from yimen.cases.queries import invitation_of
from yimen.cases.rules import Way
from yimen.cases.verbs import Joining, join_case
from yimen.kernel.receipts import new_nonce
from yimen.people.rules import Resident


def joined(code: str, *, at: datetime = make.LATER, **fields: Any) -> tuple[Case, str]:  # noqa: ANN401
    """The bearer of this invitation joins, by a form of their own; the case as they hold it, and their receipt."""
    usual: dict[str, Any] = {"nonce": new_nonce(), "language": "bo", "tell": Way.HERE}
    invitation = invitation_of(code, address="192.0.2.7", at=at)
    return join_case(by=Resident(0), invitation=invitation, joining=Joining(**usual | fields), at=at)


def joint_case(*, at: datetime = make.MONDAY, **fields: Any) -> tuple[Case, Case]:  # noqa: ANN401
    """The lamp, brought by two: as the first holds it, and as the one who joined holds it."""
    sent = make.receipt(at=at, others=1, **fields)
    other, _ = joined(sent.invitations[0], at=at, tell=Way.EMAIL, email="second@example.org")
    return make.fresh(sent.case), other


def me(case: Case) -> Resident:
    """Whoever joined, as they act."""
    assert case.holder
    return Resident(case.pk, case.holder.pk)


def mine(case: Case) -> Case:
    """The case as it is now, still in the hands of whoever joined."""
    now = make.fresh(case)
    now.holder = Holder.objects.get(pk=me(case).holder_id)
    return now
