"""One question of a browser in a call, answered: what is new for it. Asked several times a second by everybody.

A browser to which nothing is new costs one statement, and every ten seconds a second one that notes it is there.
"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F

from yimen.kernel.verdict import Refused
from yimen.meetings import steps
from yimen.meetings.keys import browser_hash, hash_of
from yimen.meetings.models import Line, Seat, Signal, Slide
from yimen.meetings.rules import MOST_LINES, MOST_SIGNALS, NOTED_EVERY, Say, Sitting, may_move
from yimen.meetings.turn import servers_for
from yimen.meetings.wire import Asked, Told

ELSEWHERE, OVER = "elsewhere", "over"  # beside the states of a seat
SeatFacts = Seat  # what pages and verbs hand on
OF_THE_CALL = frozenset({Sitting.WAITING, Sitting.IN})


def seat_by(key: str, at: datetime) -> Seat | None:
    """The seat of this link while it opens anything; one statement."""
    found: Seat | None = Seat.objects.select_related("meeting").filter(key_hash=hash_of(key), until__gt=at).first()
    return found


def exchange(seat: Seat, asked: Asked, at: datetime) -> Told:
    """What this browser wants to say is passed on, and it hears what is new."""
    if seat.meeting.ended_at is not None or seat.meeting.until <= at:
        return Told(OVER)
    if asked.comes and seat.state != Sitting.OUT:
        try:
            with transaction.atomic():
                steps.arrive(seat, browser=asked.browser, page=asked.page, at=at)
        except Refused:
            seat.refresh_from_db()  # it was let in, or turned away, at this moment: that counts
    if bytes(seat.browser_hash) != browser_hash(asked.browser) or seat.page != asked.page:
        return Told(ELSEWHERE)
    if asked.leaves and may_move(Sitting(seat.state), "leave"):
        with transaction.atomic():
            steps.leave(seat)
    if seat.state == Sitting.IN and (asked.signals or asked.lines):
        with transaction.atomic():
            _pass_on(seat, asked)
    _note(seat, asked, at)
    return _told(seat, asked, at)


def gone(asked: Asked) -> Asked:
    """The same browser, but it leaves, whatever it wanted: its holder has no business here any more."""
    return replace(asked, leaves=True, comes=False, wants_servers=False, signals=(), lines=())


def is_due(seat: Seat, at: datetime) -> bool:
    """Is it time to note again that this browser is there?"""
    return seat.seen_at is None or at - seat.seen_at >= NOTED_EVERY


def _pass_on(seat: Seat, asked: Asked) -> None:
    """Signals in the order they came, each numbered under the lock of its receiver's row; then lines."""
    by_seat: dict[int, list[str]] = {}
    for to, what in asked.signals:
        by_seat.setdefault(to, []).append(what)
    for to in sorted(by_seat):  # always in the same order: two who lock two rows never wait for each other
        _send(seat, to, by_seat[to])
    for kind, words in asked.lines:
        _say(seat, kind, words)


def _send(seat: Seat, to: int, what: list[str]) -> None:
    mine = Seat.objects.filter(meeting=seat.meeting, number=to, state=Sitting.IN, told__lt=F("heard") + MOST_SIGNALS)
    if to == seat.number or not mine.update(told=F("told") + len(what)):
        return  # gone, or not listening: its browser begins anew when it is back
    pk, last = mine.model.objects.filter(meeting=seat.meeting, number=to).values_list("pk", "told").get()
    Signal.objects.bulk_create(
        Signal(seat_id=pk, number=last - len(what) + place, sent_by=seat.number, content=content)
        for place, content in enumerate(what, 1)
    )


def _say(seat: Seat, kind: Say, words: str) -> None:
    """A line. Captions are written by whoever leads the call or was asked in to help with it, see ``may_caption``."""
    if not words or (kind is Say.CAPTION and not may_caption(seat)):
        return
    if Line.objects.filter(meeting=seat.meeting).count() < MOST_LINES:
        Line.objects.create(
            meeting=seat.meeting, number=steps.tell_all(seat.meeting), sent_by=seat.number, kind=kind.value, words=words
        )


def may_caption(seat: Seat) -> bool:
    """Is this somebody who types what is said for the others? The host, and an interpreter."""
    return seat.is_host or str(seat.part).partition("-")[0] == "interpreter"


def _note(seat: Seat, asked: Asked, at: datetime) -> None:
    """That it is there, and which signals it has, which are then gone: every ten seconds."""
    if not is_due(seat, at):
        return
    heard = min(asked.heard, seat.told)
    Seat.objects.filter(pk=seat.pk).update(seen_at=at, heard=heard)
    if heard > seat.heard:
        Signal.objects.filter(seat=seat, number__lte=heard).delete()


def _told(seat: Seat, asked: Asked, at: datetime) -> Told:
    mark = int(seat.meeting.mark)
    is_in = seat.state == Sitting.IN
    is_new = asked.comes or mark > asked.mark
    signals: list[tuple[int, int, str]] = []
    if is_in and seat.told > asked.heard:
        waiting = Signal.objects.filter(seat=seat, number__gt=asked.heard).order_by("number")
        signals = [(row.number, row.sent_by, str(row.content)) for row in waiting]
    said = asked.mark if not asked.comes else 0
    return Told(
        state=str(seat.state), mark=mark, me=seat.number, moves=seat.moves, signals=signals,
        seats=_seats(seat) if is_in and is_new else None,
        lines=_lines(seat, said, mark) if is_in and is_new else None,
        slides=_slides(seat, said, mark) if is_in and is_new else None,
        servers=servers_for(at, is_hidden=seat.meeting.is_hidden) if is_in and asked.wants_servers else None,
    )  # fmt: skip


def _seats(seat: Seat) -> list[dict[str, object]]:
    """Who is in; who waits before the door is the host's to know."""
    rows = Seat.objects.filter(meeting=seat.meeting, state__in=OF_THE_CALL if seat.is_host else [Sitting.IN])
    return [
        {"number": number, "part": part, "host": is_host, "page": page, "state": state}
        for number, part, is_host, page, state in rows.order_by("number").values_list(
            "number", "part", "is_host", "page", "state"
        )
    ]


def _lines(seat: Seat, after: int, mark: int) -> list[dict[str, object]]:
    """The lines since they were let in."""
    rows = Line.objects.filter(meeting=seat.meeting, number__gt=max(after, seat.since), number__lte=mark).order_by(
        "number"
    )
    return [{"number": row.number, "by": row.sent_by, "kind": row.kind, "words": row.words} for row in rows]


def _slides(seat: Seat, after: int, mark: int) -> list[dict[str, object]]:
    rows = Slide.objects.filter(meeting=seat.meeting, number__gt=max(after, seat.since), number__lte=mark).order_by(
        "number"
    )
    return [
        {"number": row.number, "by": row.sent_by, "name": row.name, "type": row.type} for row in rows.defer("content")
    ]
