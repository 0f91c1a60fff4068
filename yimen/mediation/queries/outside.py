"""What anybody outside can know of a mediation: one word, for the department the case came from. There is no more."""

from enum import StrEnum

from django.db.models import Count

from yimen.mediation.models import Mediation
from yimen.mediation.rules import State


class Known(StrEnum):
    """All that a department reads."""

    IN_MEDIATION = "in_mediation"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"


def known_of(case_id: int) -> Known | None:
    """What became of the mediation that this case went to; whoever asks has opened the case. One statement."""
    found = list(Mediation.objects.filter(case_id=case_id).values_list("state", "agreements__in_force_at"))
    if not found:
        return None
    if any(in_force for _, in_force in found):
        return Known.AGREED
    return Known.NOT_AGREED if found[0][0] == State.ENDED else Known.IN_MEDIATION


def load_of(staff_ids: list[int]) -> dict[int, int]:
    """How many mediations each of these has under way: a number, nothing else; one statement."""
    rows = Mediation.objects.filter(mediator_id__in=staff_ids).exclude(state=State.ENDED)
    return dict(rows.order_by().values_list("mediator_id").annotate(number=Count("id")))
