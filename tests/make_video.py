"""Calls by video of the small town's tests: who asks for one, the clerk who takes it, and browsers that talk."""

from datetime import datetime, timedelta
from typing import Any

from tests import make
from tests.make_colleagues import colleague
from yimen.kernel.receipts import new_nonce
from yimen.meetings.exchanging import exchange, seat_by
from yimen.meetings.models import Seat
from yimen.meetings.wire import Asked, Told
from yimen.people.rules import Acting, Resident, Role
from yimen.video.models import VideoCall
from yimen.video.verbs import Wish, ask_for_call, take_call

SOMEBODY = Resident(case_id=0)
SOON = make.MONDAY + timedelta(minutes=5)


def secret(who: str) -> str:
    """What a browser draws for itself."""
    return f"{who}-browser-0123456789"


def asked(*, at: datetime = make.MONDAY, **fields: Any) -> str:  # noqa: ANN401 – any field of a wish
    """Somebody asks for a call at the town's one door: the key of their link."""
    usual: dict[str, Any] = {"office_id": make.clerk().office_id, "language": "bo", "nonce": new_nonce()}
    return ask_for_call(by=SOMEBODY, wish=Wish(**usual | fields), town=make.town(), at=at)


def seat(key: str) -> Seat:
    """The seat behind this link, as it stands in its table."""
    found = seat_by(key, make.MONDAY)
    assert found is not None
    return found


def ask(key: str, who: str = "one", *, at: datetime = make.MONDAY, page: str = "page-one", **more: Any) -> Told:  # noqa: ANN401
    """This browser asks, and hears what is new."""
    return exchange(seat(key), Asked(secret(who), page, **more), at)


def waiting(who: str = "one", *, at: datetime = make.MONDAY, **fields: Any) -> str:  # noqa: ANN401
    """Somebody who has opened the page of their link."""
    key = asked(at=at, **fields)
    ask(key, who, at=at, comes=True)
    return key


def call_of(key: str) -> VideoCall:
    """The call of this link."""
    found: VideoCall = VideoCall.objects.select_related("meeting").get(meeting__seats=seat(key))
    return found


def taken(key: str, *, by: Acting | None = None, at: datetime = make.MONDAY) -> VideoCall:
    """A clerk has taken it."""
    call = call_of(key)
    take_call(by=by or make.clerk(), call=call, town=make.town(), at=at)
    return call


def second_clerk() -> Acting:
    """A colleague at the same centre."""
    return colleague("dolma", office="one-door", role=Role.CLERK)
