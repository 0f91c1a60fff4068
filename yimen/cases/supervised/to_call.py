"""Answers that nobody has rated, and the one way to a resident's telephone number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from yimen.cases.models import Case, Opinion
from yimen.cases.policies import may_know
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look

CALL_BACK = "call_back"  # the purpose of the look


class ToCall(NamedTuple):
    """An answered case, and whether its resident left a telephone; not the number."""

    id: int
    ended_at: datetime
    area_id: int | None
    accused_office_id: int | None
    has_phone: bool


def unrated(
    procedures: Collection[int], after: datetime, until: datetime, after_id: int | None, most: int
) -> list[ToCall]:
    """The next answers of that time, on these roads, that nobody has rated, in the index of answered cases."""
    cases = Case.objects.filter(state="answered", ended_at__gte=after, ended_at__lt=until, procedure_id__in=procedures)
    if after_id:
        cases = cases.exclude(Q(ended_at=after, pk__lte=after_id))
    columns = ("id", "ended_at", "area_id", "accused_office_id", "phone")
    rows = cases.order_by("ended_at", "id").values_list(*columns)[:most]
    return [ToCall(pk, ended_at, area, accused, bool(phone)) for pk, ended_at, area, accused, phone in rows]


@dataclass(frozen=True)
class Called:
    """What whoever calls must know: the number, and the answer to ask about. Not words of the resident, nor a name."""

    case: Case
    phone: str
    answer: str


def case_to_call(acting: Acting, pk: int, *, at: datetime) -> Called | None:
    """The telephone number of one resident, for a call about the answer; the look is noted for them.

    Who asks has this case on their list of call-backs; nothing else leads to a number.
    """
    with transaction.atomic():
        case = Case.objects.select_related("office").filter(pk=pk, state="answered").first()
        if case is None or not case.phone or not may_know(acting, case):
            return None
        note_look(subject=case.ref, acting=acting, purpose=CALL_BACK, at=at)
    opinion = Opinion.objects.filter(case=case).order_by("-id").first()
    return Called(case, case.phone, opinion.opinion if opinion else "")
