"""Who writes down for somebody else what they bring, and who opens what came in and could not be taken by itself."""

from yimen.cases.policies import LOOKING_ROLES, OTHER_ROLE
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town

ONLY_CLERKS = gettext_noop("Cases are taken in by the clerk of a centre.")
ABOUT_US = gettext_noop(
    "This is about your own office, which must never see it. Please let the resident send it themselves on the web, or"
    " bring it to another centre."
)
AT_THE_DOOR = gettext_noop("What comes to the town by mail is looked at by the clerks of its service desk.")


def may_take_in(by: Acting, accused_id: int | None = None) -> Verdict:
    """A clerk takes a case in; a complaint about their own office is never written down there."""
    if by.role is not Role.CLERK:
        return Verdict(ONLY_CLERKS)
    return Verdict(ABOUT_US) if accused_id in by.stands_aside_for else YES


def may_bring_letter(by: Acting) -> Verdict:
    """Paper reaches every centre: its clerks bring it in."""
    return YES if by.role is Role.CLERK else Verdict(ONLY_CLERKS)


def may_post(by: Acting, town: Town) -> Verdict:
    """Letters on paper leave where mail arrives: at the town's own service desk.

    And where somebody answers in place of that desk: for letters of cases about it, which it must never see.
    """
    verdict = may_open_arrivals(by, town)
    return YES if verdict or instead_of_mail_room(by, town) else verdict


def is_mail_room(by: Acting, town: Town) -> bool:
    """A clerk where mail arrives."""
    return bool(may_open_arrivals(by, town))


def instead_of_mail_room(by: Acting, town: Town) -> list[int]:
    """Of the mail room and the offices above it, those in whose place this post's office answers for complaints."""
    if by.role not in LOOKING_ROLES:
        return []
    try:
        desk = _mail_room(town)
    except Refused:
        return []
    answer = {a.id: town.offices.in_place_of(a.id) for a in (desk, *town.offices.superiors(desk.id))}
    return [accused for accused, office in answer.items() if office is not None and office.id == by.office_id]


def may_open_arrivals(by: Acting, town: Town) -> Verdict:
    """A clerk at the town's own service desk: where mail goes that nobody has sorted."""
    if by.role is not Role.CLERK:
        return Verdict(OTHER_ROLE)
    try:
        desk = _mail_room(town)
    except Refused as refused:
        return refused.verdict
    return YES if by.office_id == desk.id else Verdict(AT_THE_DOOR)


def _mail_room(town: Town) -> OfficeFacts:
    place = town.places.town
    return town.offices.one_door([place.id] if place else [])
