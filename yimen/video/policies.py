"""Who may take calls at a centre, and whose call it is. No supervisor and no administrator looks in."""

from datetime import datetime

from yimen.kernel.verdict import YES, Verdict
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.video.models import VideoCall
from yimen.video.rules import CLOSED, NOT_YOURS
from yimen.visits.policies import NO_CENTRE, is_centre, may_serve, opening_of


def may_ask_at(office_id: int, town: Town, at: datetime) -> Verdict:
    """Anybody, while the centre is open: outside its hours nobody would come."""
    if not is_centre(office_id, town):
        return Verdict(NO_CENTRE)
    return YES if opening_of(office_id, town, at).is_open else Verdict(CLOSED)


def may_take(by: Acting, office_id: int, town: Town) -> Verdict:
    """The clerks of the centre, who call its numbers too."""
    return may_serve(by, office_id, town)


def may_lead(by: Acting, call: VideoCall) -> Verdict:
    """Whoever has taken it, from the post they took it from."""
    return YES if call.post_id == by.post_id else Verdict(NOT_YOURS)
