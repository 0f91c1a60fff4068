"""Parting: from this moment their code opens nothing."""

from collections.abc import Iterable
from datetime import datetime

from yimen.mediation.calls.opening import out_of_calls
from yimen.mediation.companions.rules import FOR_A_SIDE, Joined
from yimen.mediation.models import Companion, RoomKey


def part_with(mediation_id: int, companion: Companion, *, at: datetime) -> None:
    """Somebody goes, or is sent away, also out of a call; their keys are destroyed."""
    Companion.objects.change(companion, joined=Joined.OUT.value, code_hash=None)
    _destroy_keys(mediation_id, [companion.ref])
    out_of_calls(mediation_id, [companion.ref], at=at)


def part_with_all(mediation_id: int) -> None:
    """It has ended: whoever was only beside a side reads no more of it; whoever acts for one reads the end."""
    rows = Companion.objects.filter(side__mediation_id=mediation_id).exclude(joined=Joined.OUT)
    beside = list(rows.exclude(role__in=FOR_A_SIDE, joined=Joined.IN).order_by("pk"))
    if beside:
        Companion.objects.filter(pk__in=[one.pk for one in beside]).update(joined=Joined.OUT, code_hash=None)
        _destroy_keys(mediation_id, [one.ref for one in beside])


def _destroy_keys(mediation_id: int, bearers: Iterable[str]) -> None:
    RoomKey.objects.filter(mediation_id=mediation_id, bearer__in=bearers).delete()
