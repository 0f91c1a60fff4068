"""Calls that are about to begin: ``python -m bench.called NUMBER`` prints the links of so many, both let in.

And how often one question of a browser asks the database, when it says nothing, says something, or hears something.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.db import connection  # noqa: E402 – Django first

from yimen.kernel import clock  # noqa: E402
from yimen.kernel.receipts import new_nonce  # noqa: E402
from yimen.meetings.exchanging import exchange, seat_by  # noqa: E402
from yimen.meetings.keys import key_from  # noqa: E402
from yimen.meetings.steps import Place, arrive, give_seat, let_in, open_meeting  # noqa: E402
from yimen.meetings.wire import Asked  # noqa: E402

BROWSER = "bench-browser-{}-012345"  # of the resident, 1, and of the clerk, 2


def call() -> tuple[str, str]:
    """A resident who was just let in, and the clerk: their links."""
    at = clock.now()
    meeting = open_meeting("bench:1", until=at + timedelta(hours=1), at=at)
    keys = key_from(new_nonce()), key_from(new_nonce())
    for part, key in zip(("resident", "clerk"), keys, strict=True):
        give_seat(meeting, Place(part, key, meeting.until, is_host=part == "clerk"), at=at)
    resident = seat_by(keys[0], at)
    assert resident is not None  # noqa: S101 – it was just made
    arrive(resident, browser=BROWSER.format(1), page="bench-page-1", at=at)
    resident.refresh_from_db()
    let_in(resident, at=at)
    return keys


def statements() -> dict[str, int]:
    """How many of each question; the seat is looked up with it."""
    one, two = call()
    signal = ((2, json.dumps({"sdp": "x" * 6_000})),)
    mark = asked(one, 1)[1]
    return {
        "nothing new": asked(one, 1, mark=mark)[0],
        "something to say": asked(one, 1, mark=mark, signals=signal)[0],
        "something to hear": asked(two, 2, mark=asked(two, 2, comes=True)[1])[0],
    }


def asked(key: str, number: int, **more: object) -> tuple[int, int]:
    """Statements of one question, and the mark in its answer."""
    count = 0

    def note(execute, *rest):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN002, ANN202 – Django's own
        nonlocal count
        count += not rest[0].lstrip().upper().startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
        return execute(*rest)

    at = clock.now()
    with connection.execute_wrapper(note):
        seat = seat_by(key, at)
        assert seat is not None  # noqa: S101 – it was just made
        told = exchange(seat, Asked(BROWSER.format(number), f"bench-page-{number}", **more), at)  # type: ignore[arg-type]
    return count, told.mark


if __name__ == "__main__":
    made = {"statements": statements(), "calls": [call() for _ in range(int(sys.argv[1]))]}
    print(json.dumps(made))  # noqa: T201 – for the one who asked
