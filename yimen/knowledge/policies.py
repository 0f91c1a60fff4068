"""Who keeps which texts, and who puts them before everybody."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.knowledge.rules import Use
from yimen.people.rules import Acting, Actor, Operator, Role

#: Who works with texts at all; above the owner, those who answer for its work.
WRITING_ROLES = frozenset({Role.CLERK, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR})
ANSWERING_FOR = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
NOT_YOUR_ROLE = gettext_noop("Your post keeps no texts.")
NOT_YOUR_OFFICE = gettext_noop("This text belongs to another office, which keeps it.")
BY_A_SUPERVISOR = gettext_noop("What everybody reads is published, and taken back, by a supervisor or administrator.")


def may_keep(by: Actor, office_id: int, office_path: str) -> Verdict:
    """May this actor write and change texts of this office? Its own staff, and those who answer for it from above."""
    if isinstance(by, Operator):
        return YES
    if not isinstance(by, Acting) or by.role not in WRITING_ROLES:
        return Verdict(NOT_YOUR_ROLE)
    above = by.role in ANSWERING_FOR and office_path.startswith(by.office_path)
    return YES if by.office_id == office_id or above else Verdict(NOT_YOUR_OFFICE)


def may_publish(by: Actor, use: Use, office_id: int, office_path: str) -> Verdict:
    """A template is its office's own matter; an entry speaks for the town."""
    verdict = may_keep(by, office_id, office_path)
    if verdict and use is Use.ENTRY and isinstance(by, Acting) and by.role not in ANSWERING_FOR:
        return Verdict(BY_A_SUPERVISOR)
    return verdict
