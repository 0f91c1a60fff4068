"""Who may change offices, posts and staff: the administrator of the place, and whoever runs the machine."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Actor, Operator, Role

ONLY_ADMINISTRATORS = gettext_noop("Only an administrator may do this.")
ANOTHER_PLACE = gettext_noop("Your post does not serve this place. Its own administrator may do this.")
WHOLE_TOWN = gettext_noop("This counts for the whole town, so its own administrator changes it.")
NOT_YOURSELF = gettext_noop("Nobody gives or takes a post of their own. Another administrator may do this.")


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
