"""Which cases can go to mediation. Pure: no Django, no clock."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop

ABOUT_AN_OFFICE = gettext_noop("This is about an office. The other roads for that are a review and a court, not this.")
NO_QUARREL = gettext_noop("Mediation is offered where somebody has a quarrel with somebody.")


def may_be_mediated(*, is_about_office: bool) -> Verdict:
    """Mediation is between people or firms; what an office owes a resident is answered by its duty."""
    return Verdict(ABOUT_AN_OFFICE) if is_about_office else YES
