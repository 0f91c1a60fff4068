"""What whoever is in a mediation finds there, for sequences of anything anybody may do."""

from typing import Any

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation.models import Companion, Undertaking
from yimen.mediation.queries.reading import agreement_of
from yimen.mediation.rooms.inside import MediatorIn, SideIn
from yimen.mediation.sittings.times import offered_to


def digest(by: Any) -> str:  # noqa: ANN401
    written = agreement_of(by)
    return written.digest if written else ""


def last(table: Any, talk: make_it.Talk) -> Any:  # noqa: ANN401
    found = table.objects.filter(mediation_id=talk.pk).order_by("-id").first()
    if found is None:
        raise Refused("there is none")
    return found


def promised(talk: make_it.Talk) -> Undertaking:
    found: Undertaking | None = Undertaking.objects.filter(
        agreement__mediation=talk.pk, agreement__state="in_force"
    ).first()
    if found is None:
        raise Refused("nothing is promised")
    return found


def times(me: SideIn | MediatorIn) -> list[int]:
    return [one.time.pk for one in offered_to(me)]


def company(talk: make_it.Talk) -> int:
    """Whoever was named last."""
    found = Companion.objects.filter(side__mediation_id=talk.pk).order_by("-id").first()
    if found is None:
        raise Refused("nobody comes along")
    pk: int = found.pk
    return pk
