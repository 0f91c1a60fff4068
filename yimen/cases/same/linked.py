"""Reading which cases are linked, and who may link them."""

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import F, Q, QuerySet

from yimen.cases.models import Case
from yimen.cases.policies import may, may_know
from yimen.cases.rules import BESIDE, State, may_move
from yimen.cases.same.rules import (
    FULL,
    HAS_LINKED,
    IS_LINKED,
    ITSELF,
    MOST_SAME,
    NOT_LINKED,
    UNKNOWN_MAIN,
    About,
    are_alike,
)
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import YES, Refused, Verdict
from yimen.people.rules import Acting
from yimen.routing.rules import Kind

OFFERED = 20
_WORDS = ("words", "place_words", "contact_name", "email", "phone", "postal", "needs")  # nobody opens these here
AROUND = timedelta(days=60)  # what lies further apart is seldom the same lamp


def may_link(by: Acting, case: Case, main: Case | None) -> Verdict:
    """Both are in this office's hands and about the same thing; a main case is linked to no other."""
    verdict = may(by, case, "link")
    if not verdict:
        return verdict
    if main is None or main.office_id != by.office_id or not may_know(by, main):
        return Verdict(UNKNOWN_MAIN)
    if main.pk == case.pk:
        return Verdict(ITSELF)
    if is_linked(main):
        return Verdict(IS_LINKED, {"main": main.main_id})
    alike = are_alike(_about(case), _about(main)) and may_move(State(main.state), "link")
    return _has_room(case, main) if alike else alike


def may_unlink(by: Acting, case: Case) -> Verdict:
    """Whoever may link it, as long as it is linked."""
    verdict = may(by, case, "link")
    return verdict and (YES if is_linked(case) else Verdict(NOT_LINKED))


def is_linked(case: Case) -> bool:
    """Is another case its main one? A main case names itself, so that only such a case is asked for its others."""
    return case.main_id not in (None, case.pk)


def said_same(by: Acting, case: Case) -> Case | None:
    """What its resident says it is the same as, or what that one is linked to.

    Only if the same office has it, and it may be known. One statement, and only for a case whose resident has said so.
    """
    if case.says_same_id is None or is_linked(case):
        return None
    said = Case.objects.select_related("main").defer(*_WORDS, *(f"main__{name}" for name in _WORDS))
    found: Case = said.get(pk=case.says_same_id)
    main = found.main if found.main is not None else found
    return main if main.pk != case.pk and main.office_id == case.office_id and may_know(by, main) else None


def linked_to(main: Case, open_: Q) -> list[Case]:
    """The cases that are linked to this one and still in the same office; ``open_``: those that may be known."""
    if main.main_id != main.pk:
        return []
    rows = _others(main).filter(open_, office_id=main.office_id)
    return list(rows.order_by("id").defer("words", "place_words")[:MOST_SAME])


def answered_alike(main: Case, also: Mapping[int, int]) -> list[Case]:
    """Those of the linked ones that were chosen, each as it stood on the page; refused if one has gone since."""
    if not also:
        return []
    rows = _others(main).select_related("office").filter(pk__in=also, office_id=main.office_id)
    found = list(rows.order_by("id"))
    if len(found) != len(also):
        raise Refused(JUST_CHANGED)
    return [each.is_at(also[each.pk]) for each in found]


def alike_ones(case: Case, open_: Q) -> list[Case]:
    """What could be its main case: in the same office's hands, about the same, from about the same time."""
    days = (case.received_at - AROUND, case.received_at + AROUND)
    rows = Case.objects.filter(
        open_,
        Q(main_id=None) | Q(main_id=F("pk")),
        Q(category_id=case.category_id) | Q(area_id=case.area_id, area_id__isnull=False),
        office_id=case.office_id,
        received_at__range=days,
        state__in=BESIDE["link"],
        procedure_id=case.procedure_id,
        accused_office_id=None,
    )
    return list(
        rows.exclude(pk=case.pk).exclude(kind=Kind.DISPUTE).order_by("received_at", "id").defer("words")[:OFFERED]
    )


def _about(case: Case) -> About:
    return About(case.category_id, case.area_id, case.procedure_id, case.kind, bool(case.accused_office_id))


def _has_room(case: Case, main: Case) -> Verdict:
    if case.main_id == case.pk and _others(case).exists():
        return Verdict(HAS_LINKED)
    if main.main_id == main.pk and _others(main).count() >= MOST_SAME:
        return Verdict(FULL, {"most": MOST_SAME})
    return YES


def _others(main: Case) -> QuerySet[Case]:
    return Case.objects.filter(main_id=main.pk).exclude(pk=main.pk)
