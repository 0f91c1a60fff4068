"""Standing aside: who may ask and order it, who is left, and what a supervisor reads of it."""

from datetime import date, datetime

from yimen.cases.copies.rules import ERASED
from yimen.cases.models import Case, Enquiry, Recusal
from yimen.cases.policies import LOOKING_ROLES, OTHER_OFFICE, OTHER_ROLE, may_know, roles_on
from yimen.cases.rules import NOT_NOW, OPEN, Kept, State
from yimen.cases.together.rules import Asided, Asides
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Resident, Role
from yimen.people.seats import Sitting, sitting_in

NO_WISH = gettext_noop("The resident has not asked for this, or it has been decided already.")
WISHED_ALREADY = gettext_noop("You have asked for this already; the supervisor decides first.")
NOT_THEIRS = gettext_noop("Only whoever holds the receipt may do this.")
NOT_HERE = gettext_noop("Nobody of that name handles cases in this office today.")
ASIDE_ALREADY = gettext_noop("They stand aside from this case already.")
NOT_YOURSELF = gettext_noop("For yourself, say that you stand aside; about others their supervisor decides.")


def may_stand_aside(by: Acting, case: Case) -> Verdict:
    """Whoever may see the case may say that they have an interest in it, at any time; nobody has to allow it."""
    who = may_know(by, case) and _not_gone(case)
    if who and by.role not in LOOKING_ROLES:
        return Verdict(OTHER_ROLE)
    is_near = not who or _is_above(by, case) or case.office_id == by.office_id or _is_asked(by, case)
    return who if is_near else Verdict(OTHER_OFFICE)


def may_order_aside(by: Acting, case: Case) -> Verdict:
    """The supervisor of the office that has the case, or of one above it."""
    who = may_know(by, case) and _not_gone(case)
    if who and by.role is not Role.SUPERVISOR:
        return Verdict(OTHER_ROLE)
    return who if not who or _is_above(by, case) else Verdict(OTHER_OFFICE)


def may_put_aside(by: Acting, case: Case, staff_id: int, on: date) -> Verdict:
    """Somebody who handles cases in the office that has this one; not the one who decides, and not twice."""
    if staff_id == by.staff_id:
        return Verdict(NOT_YOURSELF)
    if staff_id in case.recused:
        return Verdict(ASIDE_ALREADY)
    return YES if staff_id in {each.staff_id for each in workers_of(case, on)} else Verdict(NOT_HERE)


def may_decide_wish(by: Acting, case: Case, *, is_wished: bool) -> Verdict:
    """The same supervisor, once the resident has asked."""
    who = may_order_aside(by, case)
    return who if not who or is_wished else Verdict(NO_WISH)


def may_wish_aside(by: Resident, case: Case, *, is_wished: bool) -> Verdict:
    """Whoever holds the receipt, until the case is closed; one wish at a time."""
    if by.case_id != case.pk:
        return Verdict(NOT_THEIRS)
    if State(case.state) not in (*OPEN, State.ANSWERED):
        return Verdict(NOT_NOW[State(case.state)])
    return Verdict(WISHED_ALREADY) if is_wished else _not_gone(case)


def wish_of(case: Case) -> Recusal | None:
    """What the resident asked for and nobody has decided yet."""
    found: Recusal | None = Recusal.objects.filter(case=case, state=Asides.WISHED.value).first()
    return found


def those_aside(case: Case) -> list[Asided]:
    """Who stands aside and why, for the supervisor: the names of their own staff."""
    rows = Recusal.objects.filter(case=case, state=Asides.STANDS.value).order_by("id")
    return [Asided(name, at, why) for name, at, why in rows.values_list("staff__name", "at", "why")]


def workers_of(case: Case, on: date) -> list[Sitting]:
    """Who could handle the case in the office that has it, and does not stand aside."""
    return [each for each in sitting_in(case.office_id, roles_on(case), on) if each.staff_id not in case.recused]


def set_aside(case: Case, *, staff_id: int, by: Acting, why: str, at: datetime) -> None:
    """From now on this person sees nothing of the case. Its version goes up: a page they have open is refused."""
    Case.objects.change(case, has_recusals=True)
    Recusal.objects.create(case=case, staff_id=staff_id, state=Asides.STANDS.value, at=at, by=by.ref, why=why)
    case.__dict__.pop("recused", None)  # it was read before


def _not_gone(case: Case) -> Verdict:
    return Verdict(ERASED) if case.kept == Kept.BARE else YES


def _is_above(by: Acting, case: Case) -> bool:
    return by.role is Role.SUPERVISOR and case.office.path.startswith(by.office_path)


def _is_asked(by: Acting, case: Case) -> bool:
    return Enquiry.objects.filter(case=case, to_office_id=by.office_id, to_post=None, state="asked").exists()
