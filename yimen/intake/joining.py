"""A long text message whose parts came one by one becomes one again, when all are here or after ten minutes."""

from datetime import datetime, timedelta

from yimen.intake.channels import INLETS
from yimen.intake.channels.sms.texts import written
from yimen.intake.models import Arrival
from yimen.intake.reading import Said, Unreadable
from yimen.intake.rules import Stage

PATIENCE = timedelta(minutes=10)  # then what is here is taken as it is
LOOK_AGAIN = timedelta(seconds=30)
MOST = 100  # that wait are looked at; far more than ever wait for a part


class NotYet(Exception):
    """A part is missing, and may still come."""


def whole_of(arrival: Arrival, said: Said, at: datetime) -> tuple[Said, list[Arrival]]:
    """All of it, and the rows of its other parts, which end with this one."""
    part = said.part
    if part is None:
        return said, []
    found: dict[int, tuple[str, Arrival]] = {part.number: (said.words, arrival)}
    waiting = Arrival.objects.filter(channel=arrival.channel, stage=Stage.WAITING.value).exclude(pk=arrival.pk)
    for other in waiting.order_by("id")[:MOST]:
        try:
            its = INLETS[other.channel].read(other.content)
        except Unreadable:
            continue
        if its.part and its.number == said.number and (its.part.ref, its.part.of) == (part.ref, part.of):
            found.setdefault(its.part.number, (its.words, other))
    if len(found) < part.of and at - arrival.at < PATIENCE:
        raise NotYet
    text = "".join(found[number][0] for number in sorted(found))
    whole = INLETS[arrival.channel].read(written(said.number, text, part.ref))
    return whole, [row for _, row in found.values() if row.pk != arrival.pk]


def end_parts(parts: list[Arrival]) -> None:
    """They stand with the whole now; refused if somebody has just taken one of them."""
    for row in parts:
        Arrival.objects.change(row, stage=Stage.TAKEN.value, content=b"", next_at=None)
