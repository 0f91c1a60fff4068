"""Whoever was invited says yes, no or later."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import NONCE
from yimen.kernel.text import plain
from yimen.kernel.verdict import Refused, require
from yimen.mediation.coming import Person, hash_of, let_in, own_code
from yimen.mediation.endings import Ending
from yimen.mediation.models import RoomKey, Side
from yimen.mediation.moving import end, move
from yimen.mediation.policies import may
from yimen.mediation.queries.sides import bearer_of, inside
from yimen.mediation.rooms.inside import Invited, SideIn
from yimen.mediation.rooms.rules import JOINT
from yimen.mediation.rules import LONGEST_NAME, Standing, limit_from
from yimen.mediation.telling import tell_all
from yimen.mediation.verbs.side.apply import STALE


@transaction.atomic
def answer_invitation_yes(*, by: Invited, who: Person, nonce: str, at: datetime) -> tuple[SideIn, str]:
    """They come in with a code and a room of their own. When the last has come, the month begins to run."""
    require(may(by, "come"))
    if not NONCE.fullmatch(nonce):
        raise Refused(STALE)
    code, mediation, side = own_code(nonce), by.mediation, by.side
    open_ones = Side.objects.filter(mediation=mediation).exclude(pk=side.pk).exclude(standing=Standing.IN)
    is_last = not open_ones.exists()
    chosen: dict[str, object] = {"language": who.language, "tell": who.tell, "email": who.email, "phone": who.phone}
    if name := plain(who.name, LONGEST_NAME):
        chosen["name"] = by.ring.seal(JOINT, name)
    Side.objects.change(
        side, standing=Standing.IN.value, code_hash=hash_of(code), invitation_hash=None,
        interpreter=who.interpreter, **chosen,
    )  # fmt: skip
    RoomKey.objects.filter(mediation=mediation, bearer=bearer_of(side, is_invited=True)).delete()
    let_in(by.ring, side, code)
    due = {"due_on": limit_from(day_of(at))} if is_last and mediation.due_on is None else {}
    move(mediation, "come_last" if is_last else "come", **due)
    tell_all(mediation, "mediation-news", at=at, but=side.number)
    record("mediation.came", subject=mediation.ref, by=side.ref, at=at, last=is_last)
    return inside(side, code), code


@transaction.atomic
def answer_invitation_later(*, by: Invited, at: datetime) -> None:
    """They ask for time; that is no consent, and the invitation stands as long as it stood."""
    require(may(by, "answer_later"))
    Side.objects.change(by.side, standing=Standing.LATER.value)
    move(by.mediation, "answer_later")
    record("mediation.asked_time_to_answer", subject=by.mediation.ref, by=by.ref, at=at)


@transaction.atomic
def answer_invitation_no(*, by: Invited, at: datetime) -> None:
    """One clear no, and there is no mediation (人民调解法 art. 17). No reason is asked."""
    require(may(by, "refuse"))
    end(by.mediation, "refuse", Ending.REFUSED, at=at)
    record("mediation.refused", subject=by.mediation.ref, by=by.ref, at=at, ending=Ending.REFUSED.value)
