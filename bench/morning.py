"""What the clock does every morning, and every ten minutes: ``python -m bench.morning`` prints it, town by town's size.

The first morning is the worst: nobody has climbed yet, so every case that is near or past its date climbs at once.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 – Django first

from yimen.deadlines.calendars import calendar_for  # noqa: E402
from yimen.kernel import clock  # noqa: E402
from yimen.kernel.clock import day_of  # noqa: E402
from yimen.routing.town import the_town  # noqa: E402
from yimen.stats.counting import count_now  # noqa: E402
from yimen.supervision.reacting import climb  # noqa: E402


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many statements are sent meanwhile."""
    number = [0]

    def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001
        number[0] += 1
        return execute(text, params, many, context)

    with connection.execute_wrapper(note):
        yield number


def figures(does: Callable[[datetime], object], at: datetime) -> dict[str, float]:
    """Seconds, seconds of this process alone, and statements."""
    with counted() as statements:
        began, busy = time.perf_counter(), time.process_time()
        result = does(at)
        return {
            "seconds": round(time.perf_counter() - began, 2),
            "cpu": round(time.process_time() - busy, 2),
            "statements": statements[0],
            "result": result if isinstance(result, int) else 0,
        }


def working_morning() -> datetime:
    """The next working day, at half past six or so."""
    calendar = calendar_for(the_town().editions.get("calendar", 0))
    at = clock.now()
    while not calendar.works(day_of(at)):
        at += timedelta(days=1)
    return at


if __name__ == "__main__":
    morning = working_morning()
    said = {
        "first morning": figures(climb, morning),
        "the same again": figures(climb, morning),
        "a week later": figures(climb, morning + timedelta(days=7)),
        "count what is open": figures(count_now, morning),
    }
    print(json.dumps(said, indent=1))  # noqa: T201 – for the one who asked
