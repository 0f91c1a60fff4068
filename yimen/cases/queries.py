"""Reading cases. There is no other door to them: each query knows who asks, and notes a look by staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from yimen.cases.joint.holders import holder_of, noted, opened_by, told
from yimen.cases.joint.rules import HELPERS, TAKEN, Holding
from yimen.cases.models import Case, Enquiry, Handing, Holder, Recusal, Review
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.reviews.rules import Stage
from yimen.cases.together.rules import Asides, Asked, Whom
from yimen.cases.verbs.resident.submit import receipt_hash
from yimen.kernel.models import without_index
from yimen.kernel.receipts import read
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop, require
from yimen.people.rules import Acting, Role
from yimen.privacy.guesses import count_wrong, may_guess
from yimen.privacy.looks import note_look
from yimen.routing.town import Town

MISTYPED = gettext_noop("This is not a receipt: it has 15 letters and digits, and one of them seems mistyped.")
MISTYPED_INVITATION = gettext_noop(
    "This is not an invitation: it has 15 letters and digits, and one of them seems mistyped."
)
UNKNOWN = gettext_noop("We know no case with this receipt. Please check it letter by letter.")


class Scope(StrEnum):
    """How much of a case an office may see."""

    WHOLE = "whole"  # the office that holds it, and its superior
    PART = "part"  # an office that was asked for its part: all of it, as long as that part is open
    RESULT = "result"  # an office that handed it on or gave its part: status and result


@dataclass(frozen=True)
class Seen:
    """A case as one member of staff may see it."""

    case: Case
    scope: Scope
    decided_before: bool = False  # by this very person, so somebody else reviews it


def case_by_receipt(typed: str, *, address: str, at: datetime, for_helpers: bool = False) -> Case:
    """The case of whoever holds this receipt. Wrong guesses are counted per address and slowed down.

    A helper's receipt opens it only where one says so: for a page that shows where it stands and nothing more.
    """
    require(may_guess(address, at))
    code = read(typed)
    if not code:
        raise Refused(MISTYPED)
    own = receipt_hash(code)
    case: Case | None = Case.objects.select_related("office").filter(receipt_hash=own).first()
    if case is None and (holder := holder_of(own)):
        require(YES if for_helpers or holder.kind != Holding.HELPER else Verdict(HELPERS))
        return opened_by(holder)
    if case is None:
        count_wrong(address, at)
        raise Refused(UNKNOWN)
    return case


def invitation_of(typed: str, *, address: str, at: datetime) -> Holder:
    """The invitation that somebody bears; wrong guesses are counted as those of receipts."""
    require(may_guess(address, at))
    code = read(typed)
    if not code:
        raise Refused(MISTYPED_INVITATION)
    rows = Holder.objects.select_related("case", "case__office")
    found: Holder | None = rows.filter(invitation_hash=receipt_hash(code)).first()
    if found is None:
        count_wrong(address, at)
        raise Refused(TAKEN)
    return found


def visible_to(acting: Acting, town: Town) -> QuerySet[Case]:
    """The cases that this post may open whole: those its office holds, for a supervisor also those below.

    A case about an office is never visible to that office nor to the offices below it, nor to whoever holds another
    post there; nor is any case to whoever stands aside from it.
    """
    return _visible(Case.objects.all(), acting, town)


def visible_among(pks: Iterable[int], acting: Acting, town: Town) -> QuerySet[Case]:
    """Those of these cases that this post may open whole, found by their numbers.

    SQLite, which keeps no statistics, would sooner read through all the cases of the office.
    """
    rows = Case.objects.filter(pk__in=list(pks)).alias(
        any_office=without_index("office_id"), any_turn=without_index("turn_office_id")
    )
    return _visible(rows, acting, town, office="any_office", turn="any_turn")


def _visible(
    cases: QuerySet[Case], acting: Acting, town: Town, *, office: str = "office_id", turn: str = "turn_office_id"
) -> QuerySet[Case]:
    if acting.role not in LOOKING_ROLES:
        return cases.none()
    mine = Q(**{f"{office}__in": offices_of(acting, town)})
    if acting.role is Role.SUPERVISOR:
        mine |= Q(**{turn: acting.office_id})
    return cases.filter(mine & open_to(acting))


def offices_of(acting: Acting, town: Town) -> list[int]:
    """The offices whose cases this post works with: its own, and for a supervisor those below it."""
    if acting.role is not Role.SUPERVISOR:
        return [acting.office_id]
    return [o.id for o in town.offices.by_id.values() if o.path.startswith(acting.office_path)]


def open_to(acting: Acting, *, case: str = "id", accused: str = "accused_office_id") -> Q:
    """What every query asks: whoever must keep out of a case (回避) finds it nowhere.

    That is the office it is about with those below it, and each person who stands aside, from whichever of their
    posts. Another table says in which of its columns it has the case ("case_id") and the office accused.
    """
    return _about_others(acting, accused) & Q(~Exists(_aside(acting, case)))


def _about_others(acting: Acting, accused: str = "accused_office_id") -> Q:
    return Q(**{f"{accused}__isnull": True}) | ~Q(**{f"{accused}__in": acting.stands_aside_for})


def _aside(acting: Acting, case: str = "pk") -> QuerySet[Recusal]:
    return Recusal.objects.filter(case_id=OuterRef(case), staff_id=acting.staff_id)


def case_for(acting: Acting, pk: int, *, purpose: str, at: datetime, town: Town) -> Seen | None:
    """The case, if this post may see it; the look is written down for the resident in the same transaction."""
    with transaction.atomic():
        case = visible_to(acting, town).select_related("office").filter(pk=pk).first()
        seen = Seen(case, Scope.WHOLE) if case else _beside(acting, pk)
        if seen:
            note_look(subject=seen.case.ref, acting=acting, purpose=purpose, at=at)
    return seen


def is_visible(acting: Acting, pk: int, town: Town) -> bool:
    """Would this post see the case? Asked before it says why it wants to look; nothing of the case is read."""
    return visible_to(acting, town).filter(pk=pk).exists() or _beside(acting, pk) is not None


def is_asked_for_part(acting: Acting, pk: int) -> bool:
    """Is this post's office asked for its part of this case, which another one holds?

    Mostly it is not, and a small question says so before the whole one is put.
    """
    asked = {"case_id": pk, "to_office_id": acting.office_id, "whom": Whom.CO_HANDLER.value}
    if not Enquiry.objects.filter(**asked, state=Asked.ASKED.value).exists():
        return False
    seen = _beside(acting, pk)
    return seen is not None and seen.scope is Scope.PART


def _beside(acting: Acting, pk: int) -> Seen | None:
    """The case as an office sees it that does not hold it: asked for its part, or done with it."""
    if acting.role not in LOOKING_ROLES:
        return None
    handed = Handing.objects.filter(case_id=OuterRef("pk"), from_office_id=acting.office_id)
    asked = Enquiry.objects.filter(
        case_id=OuterRef("pk"), to_office_id=acting.office_id, whom=Whom.CO_HANDLER.value
    ).exclude(state=Asked.RECALLED.value)
    part = Exists(asked.filter(state=Asked.ASKED.value))
    reviewed = Review.objects.filter(
        Q(from_office_id=acting.office_id) | Q(office_id=acting.office_id), case_id=OuterRef("pk")
    )
    known = Exists(handed) | Exists(asked) | Exists(reviewed)
    out = Exists(_aside(acting).filter(state=Asides.STANDS.value))
    before = Exists(_aside(acting).filter(state=Asides.ANSWERED.value))
    cases = Case.objects.select_related("office").filter(_about_others(acting), known, ~out, pk=pk)
    case = cases.annotate(has_open_part=part, was_answered=before).first()
    if case is None:
        return None
    is_part = case.has_open_part and not case.was_answered
    return Seen(case, Scope.PART if is_part else Scope.RESULT, decided_before=case.was_answered)


def case_of_resident(note: str) -> Case | None:
    """The case behind a receipt that has been shown before (the browser's signed note of it), if it still opens it."""
    return noted(note)


def case_of_letter(subject: str) -> Case | None:
    """The case of whoever answers a letter of ours about this, as if they had shown their receipt."""
    return told(subject)


#: A preview counts up to here; beyond, it says "more than".
COUNTED = 10_000


def open_cases_about(categories: list[int]) -> int:
    """How many open cases are about these categories, at most :data:`COUNTED`: a number, no case."""
    cases = Case.objects.filter(due_on__isnull=False, category_id__in=categories)
    return cases.values("pk")[:COUNTED].count()


def open_cases_on(procedure_id: int) -> int:
    """How many open cases go along this road, at most :data:`COUNTED`."""
    return Case.objects.filter(due_on__isnull=False, procedure_id=procedure_id).values("pk")[:COUNTED].count()


def unrated_answers(procedure_id: int, stage: Stage, since: datetime, until: datetime) -> int:
    """How many answers of this time and stage nobody has rated yet, on this road; at most :data:`COUNTED`."""
    cases = Case.objects.filter(state="answered", ended_at__gte=since, ended_at__lt=until)
    return cases.filter(procedure_id=procedure_id, stage=stage.value).values("pk")[:COUNTED].count()


def open_cases_in(places: list[int]) -> int:
    """How many open cases lie in these places, at most :data:`COUNTED`."""
    return Case.objects.filter(due_on__isnull=False, area_id__in=places).values("pk")[:COUNTED].count()


def answered_before(day: datetime, most: int = 200) -> list[Case]:
    """Answered cases that nobody rated since; the clock closes them."""
    return list(Case.objects.filter(state="answered", ended_at__lt=day).order_by("ended_at")[:most])


@dataclass(frozen=True)
class Objection:
    """Two offices that disagree whose a case is."""

    from_office_id: int
    to_office_id: int


def standing_objection(pk: int) -> Objection | None:
    """The objection that a superior has still to decide on; whoever asks has opened the case."""
    offices = ("from_office_id", "to_office_id")
    row = Handing.objects.filter(case_id=pk, state=Handing.State.OBJECTED).order_by("-id").values_list(*offices).first()
    return Objection(*row) if row else None
