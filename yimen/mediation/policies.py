"""Who may do what in a mediation: by what they are in it, and where it stands."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.companions.rules import SPEAKS, may_for_a_side
from yimen.mediation.companions.rules import Role as Beside
from yimen.mediation.models import Mediation, Side
from yimen.mediation.rooms.inside import BesideIn, HeadIn, Inside, Invited, MediatorIn, NamedIn, SideIn
from yimen.mediation.rules import Standing, State, may_move
from yimen.people.rules import Acting, Actor, Clock, Operator, Role

NOT_YOU = gettext_noop("This is done by somebody else in a mediation.")
NOT_MEDIATOR = gettext_noop("Only mediators do this, from their own post and not standing in for somebody.")
NOT_HEAD = gettext_noop("Only the head of the committee does this.")

#: What each of them may do at all; the state of the mediation decides whether now.
VERBS: dict[type, frozenset[str]] = {
    SideIn: frozenset(
        "call say say_alone choose_mediator begin refuse_mediator confirm_rights propose answer_proposal ask_time sign"
        " complete ask_change leave bring_companion answer_companion admit_companion dismiss_companion step_back"
        " wish_public answer_times show_file take_back_file".split()
    ),
    BesideIn: frozenset({"call", "say", "step_back"}),
    Invited: frozenset({"come", "come_last", "answer_later", "refuse"}),
    MediatorIn: frozenset(
        "call screen invite note schedule offer_times hold propose confirm_rights draft put_to_signing sign sign_paper"
        " complete ask_change follow_up finish end show_file take_back_file".split()
    ),
    NamedIn: frozenset({"accept_naming", "accept_again", "decline_naming"}),
    HeadIn: frozenset({"name_mediator", "seal", "complete"}),
    Clock: frozenset({"end_late"}),
}


def may(by: Inside | Clock, verb: str, state: str = "") -> Verdict:
    """May they do this now? The one question every verb and every button asks."""
    if verb not in VERBS[type(by)]:
        return Verdict(NOT_YOU)
    if not (allowed := _in_this_role(by, verb)):
        return allowed
    return may_move(State(state or by.mediation.state if not isinstance(by, Clock) else state), verb)


def _in_this_role(by: Inside | Clock, verb: str) -> Verdict:
    """A side that takes part; whoever acts for it, as far as they may; whoever is beside it, if they speak."""
    if isinstance(by, SideIn):
        if by.side.standing != Standing.IN or (by.through is None and verb == "step_back"):
            return Verdict(NOT_YOU)
        return may_for_a_side(Beside(by.through.role), verb, may_sign=by.through.may_sign) if by.through else YES
    if isinstance(by, BesideIn) and verb == "say" and by.companion.role not in SPEAKS:
        return Verdict(NOT_YOU)
    return YES


NOT_COME = gettext_noop("This side has not come yet, so nothing can be said to it here.")


def has_come(mediation: Mediation, side: int) -> Verdict:
    """Is this side in? Only then has it a room of its own."""
    came = Side.objects.filter(mediation=mediation, number=side, standing=Standing.IN).exists()
    return YES if came else Verdict(NOT_COME)


def may_mediate(by: Acting) -> Verdict:
    """Is this the post of a mediator, and the person who holds it? What is said is for them, not for the post."""
    return YES if by.role is Role.MEDIATOR and not by.stands_in else Verdict(NOT_MEDIATOR)


def may_set_up(by: Actor) -> Verdict:
    """Committees are set up by an administrator of the whole town, or from the machine."""
    is_administrator = isinstance(by, Acting) and by.role is Role.ADMINISTRATOR and by.place_path.count("/") == 1
    return YES if is_administrator or isinstance(by, Operator) else Verdict(ONLY_ADMINISTRATORS)


ONLY_ADMINISTRATORS = gettext_noop("Committees are set up by an administrator of the whole town.")
