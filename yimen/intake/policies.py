"""Who writes down for somebody else what they bring."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting, Role

ONLY_CLERKS = gettext_noop("Cases are taken in by the clerk of a centre.")
ABOUT_US = gettext_noop(
    "This is about your own office, which must never see it. Please let the resident send it themselves on the web, or"
    " bring it to another centre."
)


def may_take_in(by: Acting, accused_id: int | None = None) -> Verdict:
    """A clerk takes a case in; a complaint about their own office is never written down there."""
    if by.role is not Role.CLERK:
        return Verdict(ONLY_CLERKS)
    return Verdict(ABOUT_US) if accused_id in by.stands_aside_for else YES
