"""Who asks for an export, who may agree, and who takes it."""

from datetime import datetime

from yimen.cases.policies import LOOKING_ROLES, OTHER_ROLE
from yimen.exports.models import Export
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Role
from yimen.people.settled import is_new

NOT_YOURSELF = gettext_noop("Somebody else has to agree: not whoever asked, from whichever of their posts.")
BY_A_SUPERVISOR = gettext_noop("The supervisor of this office, or of one above it, agrees or refuses.")
TOO_NEW = gettext_noop("Both must have been here for two weeks, with the account, post and password they have now.")
BY_WHO_ASKED = gettext_noop("Only whoever asked for it takes it, from the same post.")


def may_ask(by: Acting) -> Verdict:
    """Whoever opens cases at all, for those of their own office."""
    return YES if by.role in LOOKING_ROLES else Verdict(OTHER_ROLE)


def may_decide(by: Acting, export: Export) -> Verdict:
    """Another person, who supervises that office."""
    if by.staff_id == export.staff_id:
        return Verdict(NOT_YOURSELF)
    is_above = by.role is Role.SUPERVISOR and export.office.path.startswith(by.office_path)
    return YES if is_above else Verdict(BY_A_SUPERVISOR)


def may_take(by: Acting, export: Export) -> Verdict:
    """The one who asked. Whoever has left the post acts from it no more, so nobody takes it for them."""
    is_theirs = by.staff_id == export.staff_id and by.post_id == export.post_id
    return YES if is_theirs else Verdict(BY_WHO_ASKED)


def are_two(by: Acting, export: Export, at: datetime) -> Verdict:
    """Are they two persons, and not one whom an administrator has made up for this? To refuse, one is enough."""
    return Verdict(TOO_NEW) if any(is_new(one, LOOKING_ROLES, at) for one in (by.staff_id, export.staff_id)) else YES
