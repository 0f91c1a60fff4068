"""Sessions by video of the tests: Tashi and Zhang, their mediator, and browsers that ask."""

from datetime import datetime, timedelta
from typing import Any

from tests import make_mediation
from tests.make_video import secret
from yimen.mediation.calls.queries import host_key
from yimen.mediation.calls.rules import part_of
from yimen.mediation.models import Sitting, SittingCall
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import Plan, hold_aside, join_session, let_in_to_session, open_session, schedule_sitting
from yimen.meetings.exchanging import exchange, seat_by
from yimen.meetings.models import Seat
from yimen.meetings.wire import Asked, Told

AT = make_mediation.AT
BEGINS = AT + timedelta(hours=1)


class Session:
    """A session by video with the links of all; every look at a row is fresh."""

    def __init__(self, *, form: Form = Form.VIDEO, alone: int = 0, begins_at: datetime = BEGINS, **fields: Any) -> None:  # noqa: ANN401
        self.talk = make_mediation.opened(**fields)
        # Two at once would be those of two mediators; the town of the tests has one, who sits in one at a time.
        free = begins_at + timedelta(hours=2) * Sitting.objects.count()
        self.pk = schedule_sitting(by=self.talk.mediator(), plan=Plan(free, form=form, alone=alone), at=AT).pk
        Sitting.objects.filter(pk=self.pk).update(begins_at=begins_at)
        self.keys: dict[str, str] = {}

    @property
    def sitting(self) -> Sitting:
        return Sitting.objects.get(pk=self.pk)

    @property
    def call(self) -> SittingCall:
        found: SittingCall = SittingCall.objects.select_related("meeting", "sitting").get(sitting=self.pk)
        return found

    def opened(self, at: datetime = BEGINS) -> "Session":
        """The mediator is in it."""
        call = open_session(by=self.talk.mediator(), sitting=self.sitting, at=at)
        self.keys["mediator"] = host_key(call, self.talk.mediator())
        self.ask("mediator", at, comes=True)
        return self

    def joined(self, side: int, at: datetime = BEGINS) -> "Session":
        """This side has joined and waits."""
        part = part_of(side)
        self.keys[part] = join_session(by=self.talk.side(side), sitting=self.sitting, at=at)
        self.ask(part, at, comes=True)
        return self

    def let_in(self, part: str, at: datetime = BEGINS) -> None:
        let_in_to_session(by=self.talk.mediator(), call=self.call, seat=self.seat(part, at), at=at)

    def hold(self, part: str, at: datetime = BEGINS) -> None:
        hold_aside(by=self.talk.mediator(), call=self.call, seat=self.seat(part, at), at=at)

    def seat(self, part: str, at: datetime = BEGINS) -> Seat:
        found = seat_by(self.keys[part], at)
        assert found is not None
        return found

    def ask(self, part: str, at: datetime = BEGINS, **more: Any) -> Told:  # noqa: ANN401
        """Their browser asks, and hears what is new."""
        return exchange(self.seat(part, at), Asked(secret(part), f"page-of-{part}", **more), at)


def all_in(**fields: Any) -> Session:  # noqa: ANN401
    """Both sides are in the call with their mediator."""
    session = Session(**fields).opened()
    for side in (1, 2):
        session.joined(side).let_in(part_of(side))
    return session
