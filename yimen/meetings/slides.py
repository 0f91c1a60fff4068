"""A picture or a PDF that somebody shows to all in the call; gone when it ends."""

from django.db import transaction

from yimen.kernel.seal import opened_bytes, sealed_bytes
from yimen.kernel.verdict import Refused, require
from yimen.meetings.models import Seat, Slide
from yimen.meetings.rules import NOT_NOW, Sitting, may_show
from yimen.meetings.steps import require_open, tell_all

SlideFacts = Slide


@transaction.atomic
def show(seat: Seat, name: str, type_: str, content: bytes) -> None:
    """Show a file to all that are in. It has been cleaned already, as every file that comes into this house."""
    require_in(seat)
    require(may_show(type_, Slide.objects.filter(meeting=seat.meeting).count()))
    mark = tell_all(seat.meeting)
    Slide.objects.create(
        meeting=seat.meeting, number=mark, sent_by=seat.number, name=name, type=type_, content=sealed_bytes(content)
    )


def require_in(seat: Seat) -> None:
    """Go on only if its holder is in the call: for whoever waits before the door no file is even looked at."""
    require_open(seat.meeting)
    if seat.state != Sitting.IN:
        raise Refused(NOT_NOW)


def slide_for(seat: Seat, number: int) -> Slide | None:
    """A file that was shown since this seat's holder was let in."""
    if seat.state != Sitting.IN:
        return None
    found: Slide | None = Slide.objects.filter(meeting=seat.meeting, number=number, number__gt=seat.since).first()
    return found


def content_of(slide: Slide) -> bytes:
    """Its bytes."""
    return opened_bytes(bytes(slide.content))
