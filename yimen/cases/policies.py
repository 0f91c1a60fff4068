"""Who may do what with a case: the post held, the office, the state; each no comes with its reason."""

from yimen.cases.copies.rules import ERASED
from yimen.cases.joint.rules import NOT_ALONE
from yimen.cases.models import Case
from yimen.cases.reviews.rules import DECIDED_BEFORE, Stage, may_at_stage
from yimen.cases.rules import NOT_NOW, TURN, Kept, State, Turn, may_move
from yimen.cases.together.rules import Asides
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Actor, Clock, Operator, Resident, Role

OTHER_OFFICE = gettext_noop("This case is with another office.")
OTHER_ROLE = gettext_noop("Your post does not do this.")
ACCUSED = gettext_noop("This case is about your own office, so another one handles it.")
NOT_SUPERIOR = gettext_noop("Only the superior of both offices decides this.")
NOT_YOURS = gettext_noop("Only whoever holds the receipt may do this.")
STANDS_ASIDE = gettext_noop("You stand aside from this case, so somebody else handles it.")
ONLY_CLOCK = gettext_noop("This happens by itself when its day comes.")

#: Verbs of the office that holds a case, and the roles that may use them.
OFFICE_VERBS = frozenset(
    "accept refer sort hand_over object ask answer ask_office ask_adviser ask_for_time link mend_kind"
    " review send_back begin_hearing end_hearing offer_mediation".split()
)
RESIDENT_VERBS = frozenset("add reply rate reopen ask_review withdraw erase begin_mediation say_me_too".split())
#: What one of several may not do for the others: it ends the case, or stops its clock.
ENDS_FOR_ALL = frozenset({"withdraw", "erase", "begin_mediation"})
WORKING_ROLES = frozenset({Role.CLERK, Role.HANDLER})
#: What nobody does: the day comes, or nobody is left who could do anything else.
CLOCK_VERBS = frozenset({"close", "pass_up", "leave_review", "end_mediation"})
#: Who may open a case at all. Nobody else: not the administrator, not a mediator, no area post.
LOOKING_ROLES = frozenset({Role.CLERK, Role.HANDLER, Role.SUPERVISOR})


def may(by: Actor, case: Case, verb: str, *, extension_by: str = "supervisor") -> Verdict:
    """May this actor do this to the case now? The one question every verb and every button asks."""
    if case.kept == Kept.BARE:
        who = Verdict(ERASED)
    elif verb in RESIDENT_VERBS:
        who = _own(by, case, verb)
    elif not isinstance(by, Acting):
        who = YES if isinstance(by, Clock | Operator) and verb in CLOCK_VERBS else Verdict(OTHER_ROLE)
    elif not (aside := may_know(by, case)):
        who = aside
    elif verb == "decide":
        who = _superior(by, case)
    elif verb in {"extend", "refuse_time"}:
        who = _granting(by, case, extension_by)
    elif verb == "give_back":
        who = _granting(by, case, Role.SUPERVISOR.value)
    elif verb in OFFICE_VERBS:
        who = _holding(by, case, verb)
    else:
        who = Verdict(ONLY_CLOCK)
    who = who and may_at_stage(Stage(case.stage), verb)
    return may_move(State(case.state), verb) if who else who


def _own(by: Actor, case: Case, verb: str) -> Verdict:
    """Whoever holds a receipt of it. Among several, nobody ends the case for the others."""
    if not isinstance(by, Resident) or by.case_id != case.pk:
        return Verdict(NOT_YOURS)
    return Verdict(NOT_ALONE) if verb in ENDS_FOR_ALL and case.joint > 1 else YES


def may_know(by: Acting, case: Case) -> Verdict:
    """A no for whoever must keep out of this case (回避): the office it is about, and persons with an interest."""
    if case.accused_office_id in by.stands_aside_for:
        return Verdict(ACCUSED)
    why = case.recused.get(by.staff_id)
    return YES if why is None else Verdict(DECIDED_BEFORE if why == Asides.ANSWERED else STANDS_ASIDE)


def roles_on(case: Case) -> frozenset[Role]:
    """Who works on it. A review may be the head's own work: above a department there is often nobody else."""
    return WORKING_ROLES if case.stage == Stage.FIRST else LOOKING_ROLES


def _holding(by: Acting, case: Case, verb: str) -> Verdict:
    if verb == "hand_over" and by.role is Role.SUPERVISOR and case.has_recusals:  # perhaps nobody is left who could
        return _granting(by, case, Role.SUPERVISOR.value)
    if by.role not in roles_on(case):
        return Verdict(OTHER_ROLE)
    return YES if case.office_id == by.office_id else Verdict(OTHER_OFFICE)


def _superior(by: Acting, case: Case) -> Verdict:
    if TURN[State(case.state)] is not Turn.SUPERIOR:
        return Verdict(NOT_NOW[State(case.state)])
    if by.role is not Role.SUPERVISOR or case.turn_office_id != by.office_id:
        return Verdict(NOT_SUPERIOR)
    return YES


def _granting(by: Acting, case: Case, extension_by: str) -> Verdict:
    """An extension is granted by the role that the procedure names, in the office or above it."""
    if by.role.value != extension_by:
        return Verdict(OTHER_ROLE)
    inside = case.office_id == by.office_id or case.office.path.startswith(by.office_path)
    return YES if inside else Verdict(OTHER_OFFICE)


def may_keep_views(by: Acting) -> Verdict:
    """Whoever works with lists may keep some for themselves."""
    return YES if by.role in LOOKING_ROLES else Verdict(OTHER_ROLE)
