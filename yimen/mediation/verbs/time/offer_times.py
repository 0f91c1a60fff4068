"""Times for a session are offered, and taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import require
from yimen.mediation.models import OfferedTime
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, MediatorIn
from yimen.mediation.rules import LONGEST_WORDS
from yimen.mediation.sittings.rules import Form, may_offer
from yimen.mediation.sittings.times import require_free, withdraw
from yimen.mediation.telling import tell_all


@dataclass(frozen=True)
class Times:
    """When it could be; how long, how and where it would be."""

    begin: Collection[datetime]
    minutes: int = 60
    form: Form = Form.IN_PERSON
    where: str = ""


@transaction.atomic
def offer_times(*, by: MediatorIn, times: Times, at: datetime) -> None:
    """Each side says for itself which of them suit, and no side reads what another said. What was offered goes."""
    require(may(by, "offer_times"))
    require(may_offer(times.begin))
    begin = sorted(set(times.begin))
    require_free(by, begin, times.minutes, at)
    move(by.mediation, "offer_times")
    withdraw(by.mediation)
    where = plain(times.where, LONGEST_WORDS)
    for one in begin:
        OfferedTime.objects.create(
            mediation=by.mediation,
            begins_at=one,
            minutes=times.minutes,
            form=times.form.value,
            where=by.ring.seal(JOINT, where),
        )
    tell_all(by.mediation, "mediation-news", at=at)
    record("mediation.times_offered", subject=by.mediation.ref, by=by.ref, at=at, number=len(begin))


@transaction.atomic
def withdraw_times(*, by: MediatorIn, at: datetime) -> None:
    """None of them suits, or another way was found."""
    require(may(by, "offer_times"))
    move(by.mediation, "offer_times")
    withdraw(by.mediation)
    record("mediation.times_withdrawn", subject=by.mediation.ref, by=by.ref, at=at)
