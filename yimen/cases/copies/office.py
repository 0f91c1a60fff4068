"""Cases of one office for a file that leaves the town; read only by :mod:`yimen.exports`, with two persons."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from yimen.cases.models import Case, Opinion
from yimen.cases.queries import visible_to
from yimen.cases.rules import OPEN, Kept
from yimen.people.rules import Acting
from yimen.privacy.looks import note_taken_out
from yimen.routing.town import Town

_PLAIN = "id received_at state kind channel language place_words words due_on ended_at".split()
_CONTACT = "contact_name email phone".split()


@dataclass(frozen=True)
class OfficeCopy:
    """What stands in the file: names of columns (codes), and a row for each case."""

    columns: list[str]
    rows: list[list[str]]


def numbers_of(acting: Acting, town: Town, *, category: str, is_open: bool, most: int) -> list[int]:
    """The newest cases that the office of this post holds and this post may open."""
    cases = _of_own_office(acting, town)
    cases = cases.filter(state__in=OPEN) if is_open else cases.exclude(state__in=OPEN)
    chosen = town.catalogue.by_code.get(category)
    if chosen:
        cases = cases.filter(category_id__in=town.catalogue.ids_below(chosen.id))
    return list(cases.order_by("-id").values_list("pk", flat=True)[:most])


def office_copy(
    acting: Acting, numbers: list[int], *, purpose: str, with_contacts: bool, at: datetime, town: Town
) -> OfficeCopy:
    """Those of these cases that this post may open now; each look is written down for its resident."""
    cases = list(_of_own_office(acting, town).filter(pk__in=numbers).order_by("id"))
    note_taken_out([case.ref for case in cases], acting=acting, purpose=purpose, at=at)
    answers = {
        opinion.case_id: opinion.opinion for opinion in Opinion.objects.filter(case__in=cases).order_by("id")
    }  # the last one stays
    own = [*_PLAIN, *(_CONTACT if with_contacts else [])]
    return OfficeCopy(
        [*own, "category", "place", "answer"],
        [
            [_said(getattr(case, name)) for name in own]
            + [
                _code(town.catalogue.by_id.get(case.category_id or 0)),
                _code(town.places.by_id.get(case.area_id or 0)),
                answers.get(case.pk, ""),
            ]
            for case in cases
        ],
    )


def _of_own_office(acting: Acting, town: Town) -> QuerySet[Case]:
    return visible_to(acting, town).filter(office_id=acting.office_id).exclude(kept=Kept.BARE)


def _said(value: object) -> str:
    return "" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


def _code(thing: object) -> str:
    return str(getattr(thing, "code", ""))
