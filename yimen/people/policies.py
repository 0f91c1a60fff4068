"""Who may change offices, posts and staff, and who may be away and stand in."""

from collections.abc import Iterable

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Actor, Operator, Role

ONLY_ADMINISTRATORS = gettext_noop("Only an administrator may do this.")
ANOTHER_PLACE = gettext_noop("Your post does not serve this place. Its own administrator may do this.")
WHOLE_TOWN = gettext_noop("This counts for the whole town, so its own administrator changes it.")
NOT_YOURSELF = gettext_noop("Nobody gives or takes a post of their own. Another administrator may do this.")

LEAVE_OF_OTHERS = gettext_noop(
    "Leave is arranged by whoever takes it, their supervisor, or the administrator of the place."
)
NOT_THEM = gettext_noop(
    "They may not stand in here. It is somebody of the same office, or of the same role in the same place or above."
)
#: What is seen or set up from these posts is not for everybody in the office: only somebody of the same role stands in.
SAME_ROLE = frozenset({Role.ADMINISTRATOR, Role.MEDIATOR})


def may_administer(by: Actor) -> Verdict:
    """Staff are enrolled by an administrator, or from the machine itself."""
    if isinstance(by, Operator) or (isinstance(by, Acting) and by.role is Role.ADMINISTRATOR):
        return YES
    return Verdict(ONLY_ADMINISTRATORS)


def may_change_offer(by: Actor) -> Verdict:
    """What the whole town offers (categories, remits, limits, letters): an administrator who serves all of it."""
    verdict = may_administer(by)
    if verdict and isinstance(by, Acting) and by.place_path.count("/") > 1:
        return Verdict(WHOLE_TOWN)
    return verdict


def may_set_up(by: Actor, place_path: str) -> Verdict:
    """Offices and posts are set up by an administrator whose own post serves that place."""
    verdict = may_administer(by)
    if verdict and isinstance(by, Acting) and not place_path.startswith(by.place_path):
        return Verdict(ANOTHER_PLACE)
    return verdict


def may_appoint(by: Actor, staff_id: int, place_path: str) -> Verdict:
    """Posts are given and taken by an administrator of that place, never by the person who is to hold them."""
    verdict = may_set_up(by, place_path)
    if verdict and isinstance(by, Acting) and by.staff_id == staff_id:
        return Verdict(NOT_YOURSELF)
    return verdict


def may_supervise(by: Actor, office_path: str) -> Verdict:
    """A supervisor knows who works in their own office and in those below it."""
    if isinstance(by, Acting) and by.role is Role.SUPERVISOR and office_path.startswith(by.office_path):
        return YES
    return Verdict(gettext_noop("Only a supervisor of this office may do this."))


def may_arrange_leave(by: Actor, holder: Acting) -> Verdict:
    """For this post: whoever holds it, their supervisor, or the administrator of its place."""
    if isinstance(by, Operator):
        return YES
    if not isinstance(by, Acting):
        return Verdict(LEAVE_OF_OTHERS)
    is_own = by.staff_id == holder.staff_id
    is_above = by.role is Role.SUPERVISOR and holder.office_path.startswith(by.office_path)
    sets_up = by.role is Role.ADMINISTRATOR and holder.place_path.startswith(by.place_path)
    return YES if is_own or is_above or sets_up else Verdict(LEAVE_OF_OTHERS)


def may_stand_in(holder: Acting, posts: Iterable[Acting]) -> Verdict:
    """Whether somebody who holds these posts may stand in for the holder of this one."""
    return YES if any(_may_from(holder, post) for post in posts) else Verdict(NOT_THEM)


def _may_from(holder: Acting, post: Acting) -> bool:
    same_role = post.role is holder.role
    if holder.role in SAME_ROLE:
        return same_role and holder.place_path.startswith(post.place_path)
    is_above = holder.office_path.startswith(post.office_path)
    return post.office_id == holder.office_id or (same_role and (is_above or post.place_path == holder.place_path))
