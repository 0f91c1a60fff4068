"""Who may change the town's calendar."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Actor, Operator, Role


def may_change_calendar(by: Actor) -> Verdict:
    """The administrator at the desk, or whoever runs the machine."""
    if isinstance(by, Operator) or (isinstance(by, Acting) and by.role == Role.ADMINISTRATOR):
        return YES
    return Verdict(gettext_noop("Only the administrator may change the town's calendar."))
