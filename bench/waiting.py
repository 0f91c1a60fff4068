"""What a busy minute of all waiting rooms costs: ``python -m bench.waiting`` in an invented town (YIMEN_HOME).

The 58 centres of Kelsang give two hundred numbers in a minute by their tablets and call as many; each waiting screen
asks every four seconds, and each of three telephones a centre every eight. The minute is worked through as fast as it
goes: what counts is how much of a processor it would keep busy, and how often each page asks the database.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import django

django.setup()

from django.db import connection  # noqa: E402 – Django first
from django.test import Client  # noqa: E402
from django.utils.timezone import localtime  # noqa: E402

from yimen.kernel import clock  # noqa: E402
from yimen.kernel.receipts import new_nonce  # noqa: E402
from yimen.people.models import Appointment  # noqa: E402
from yimen.people.queries import posts_of  # noqa: E402
from yimen.people.rules import Acting  # noqa: E402
from yimen.routing.town import the_town  # noqa: E402
from yimen.visits.models import Ticket  # noqa: E402
from yimen.visits.policies import is_centre, opening_of  # noqa: E402
from yimen.visits.queries import called_now, errands_of, key_from, tablet_key  # noqa: E402
from yimen.visits.verbs import call_next  # noqa: E402

TICKETS, SECONDS = 200, 60
SCREEN_EVERY, TELEPHONE_EVERY, TELEPHONES = 4, 8, 3
EARLIER = "earlier"  # what is not measured
ASLEEP = 600  # tickets of earlier in the day that lie in the table


def working_moment() -> datetime:
    """Ten in the morning of the next day on which the town works."""
    town, at = the_town(), localtime(clock.now()).replace(hour=10, minute=0)
    centre = town.offices.one_door([])
    while not opening_of(centre.id, town, at).is_open:
        at += timedelta(days=1)
    return at


class Counted:
    """How often, how many statements at most, and how much processor time each kind of request took."""

    def __init__(self) -> None:
        self.times: dict[str, int] = defaultdict(int)
        self.statements: dict[str, int] = defaultdict(int)
        self.seconds: dict[str, float] = defaultdict(float)

    def __call__(self, kind: str, does: Callable[[], object]) -> None:
        """Do it, and note what it cost."""
        asked = 0

        def note(execute: Callable[..., object], *rest: object) -> object:
            nonlocal asked
            asked += 1
            return execute(*rest)

        began = time.process_time()
        with connection.execute_wrapper(note):
            does()
        self.seconds[kind] += time.process_time() - began
        self.times[kind] += 1
        self.statements[kind] = max(self.statements[kind], asked)

    def table(self) -> dict[str, dict[str, float]]:
        """By kind: how many in the minute, statements, processor ms each."""
        return {
            kind: {"times": n, "sql": self.statements[kind], "ms": round(1000 * self.seconds[kind] / n, 2)}
            for kind, n in self.times.items()
        }


def clerks() -> dict[int, Acting]:
    """One clerk a centre."""
    held = Appointment.objects.filter(post__role="clerk", until_on__isnull=True).values_list("staff_id", flat=True)
    posts = [post for staff in held.distinct() for post in posts_of(staff, clock.day_of(clock.now()))]
    return {post.office_id: post for post in posts}


def main() -> dict[str, object]:
    """A minute of all waiting rooms."""
    at = working_moment()
    clock.now = lambda: at
    town, counted, client = the_town(), Counted(), Client(SERVER_NAME="localhost")
    centres = [office for office in town.offices.by_id.values() if is_centre(office.id, town)]
    sitting = clerks()
    links: dict[int, list[str]] = defaultdict(list)
    for number in range(ASLEEP + TICKETS):
        office = centres[number % len(centres)]
        errand, nonce = errands_of(office.id, town)[0], new_nonce()
        form = {"language": "bo", "letter": errand.letter, "nonce": nonce}
        address = f"/centre/{office.code}/tablet/{tablet_key(office.code)}/"
        counted("number by the tablet" if number >= ASLEEP else EARLIER, partial(client.post, address, form))
        links[office.id].append(key_from(nonce))
        if number >= ASLEEP and (by := sitting.get(office.id)):
            counter, on = (errand.counters or (1,))[0], clock.day_of(clock.now())
            seen = next((c.id for c in called_now(office.id, on) if c.counter == counter), 0)
            counted("number called", partial(call_next, by=by, counter=counter, seen=seen, town=town, at=clock.now()))
    for office in centres:
        for _ in range(SECONDS // SCREEN_EVERY):
            counted("screen asks", partial(client.get, f"/centre/{office.code}/screen/?seen=other"))
        for link in links[office.id][-TELEPHONES:]:
            for _ in range(SECONDS // TELEPHONE_EVERY):
                counted("telephone asks", partial(client.get, f"/ticket/{link}/?now=other"))
    minute = {kind: line for kind, line in counted.table().items() if kind != EARLIER}
    busy = sum(line["times"] * line["ms"] for line in minute.values()) / 1000
    return {
        "centres": len(centres), "tickets": Ticket.objects.count(), "minute": minute,
        "processor": f"{busy:.1f} s of {SECONDS}", "of one core": f"{100 * busy / SECONDS:.0f} %",
    }  # fmt: skip


if __name__ == "__main__":
    json.dump(main(), sys.stdout, indent=1)
