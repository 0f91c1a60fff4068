"""Reading what came in. What somebody wrote is given out only after the look is noted."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from yimen.intake.channels import INLETS
from yimen.intake.models import Arrival
from yimen.intake.policies import may_open_arrivals
from yimen.intake.reading import Said
from yimen.intake.rules import BEGINNING, MOST_TRIES, Stage
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import ARRIVAL
from yimen.routing.town import Town

__all__ = ["Arrival", "Opened", "arrival_for", "held_for", "open_arrival", "rows_held"]
SHOWN = 20
#: Of a list nothing of what somebody wrote is read.
_HEAD = ("id", "version", "channel", "at", "size", "stage", "why")
_UNDECIDED = (Stage.HELD.value, Stage.ASIDE.value)


@dataclass(frozen=True)
class Opened:
    """A held arrival after its look was noted: what can be understood of it, else its bytes as text."""

    arrival: Arrival
    said: Said
    raw: str = ""


def rows_held(by: Acting, town: Town) -> QuerySet[Arrival] | None:
    """Those that a clerk has to decide on, to be counted; nothing for posts that do not have them."""
    if not may_open_arrivals(by, town):
        return None
    return Arrival.objects.filter(stage=Stage.HELD.value)


def held_for(by: Acting, town: Town, *, automatic: bool = False, after: int = 0) -> list[Arrival]:
    """Twenty and one more, oldest first: number, size, reason and time; or those that programs wrote."""
    require(may_open_arrivals(by, town))
    rows = Arrival.objects.filter(stage=(Stage.ASIDE if automatic else Stage.HELD).value, pk__gt=after)
    return list(rows.only(*_HEAD).order_by("id")[: SHOWN + 1])


def arrival_for(by: Acting, pk: int, town: Town) -> Arrival | None:
    """This one, without what is written in it."""
    require(may_open_arrivals(by, town))
    row: Arrival | None = Arrival.objects.only(*_HEAD).filter(pk=pk, stage__in=_UNDECIDED).first()
    return row


def open_arrival(by: Acting, pk: int, town: Town, at: datetime) -> Opened | None:
    """This one with all that is written in it; the look is written down in the same transaction."""
    require(may_open_arrivals(by, town))
    with transaction.atomic():
        arrival = Arrival.objects.filter(pk=pk, stage__in=_UNDECIDED).first()
        if arrival is None:
            return None
        note_look(subject=arrival.ref, acting=by, purpose=ARRIVAL, at=at)
    raw = arrival.content[:BEGINNING].decode("utf-8", "replace")
    if arrival.tries > MOST_TRIES:  # whoever tried to understand it died over it
        return Opened(arrival, Said(), raw)
    try:
        return Opened(arrival, INLETS[arrival.channel].read(arrival.content))
    except Exception:  # noqa: BLE001 – that it cannot be understood may be why it is here
        return Opened(arrival, Said(), raw)
