"""Rows a second when an older system's cases are taken over: ``python -m bench.importing ROWS`` prints it.

The rows are shaped like San Francisco's real requests (``../shared/data/sf311``): a short line of words, a point, two
dates, a line of answer. Reading the file is not in this figure; finding the area and the office, counting the limits
and writing five tables is.
"""

import json
import sys
import time
from datetime import timedelta
from random import Random

import django

django.setup()

from bench.inside import points_and_categories  # noqa: E402 – Django first
from yimen.cases.rules import Channel  # noqa: E402
from yimen.cases.submission import Submission  # noqa: E402
from yimen.cases.verbs import OldCase, take_over_cases  # noqa: E402
from yimen.kernel import clock  # noqa: E402
from yimen.kernel.receipts import new_nonce  # noqa: E402
from yimen.people.rules import Operator  # noqa: E402
from yimen.routing.town import the_town  # noqa: E402

BATCH = 500


def rows_a_second(number: int) -> float:
    """Take over so many cases, nine in ten of them closed; they stay."""
    at, town, random = clock.now(), the_town(), Random(3)  # noqa: S311 – invented data
    points, categories = points_and_categories(town)
    ids = [town.catalogue.by_code[code].id for code in categories]
    began = time.perf_counter()
    for _ in range(0, number, BATCH):
        some = [random.choice(points) for _ in range(BATCH)]
        areas = town.places.areas_at([east for east, _ in some], [north for _, north in some])
        old = []
        for (east, north), area in zip(some, areas, strict=True):
            received = at - timedelta(minutes=random.randrange(500_000))
            sent = Submission(
                nonce=new_nonce(),
                words="Street and Sidewalk Cleaning · Bulky Items · Mattress on the sidewalk, blocking the way",
                language="en",
                channel=Channel.IMPORT,
                longitude=east,
                latitude=north,
                place_words="1200 block of Sample Street, near the corner",
            )
            closed = received + timedelta(hours=random.randrange(1, 400)) if random.random() < 0.9 else None
            old.append(
                OldCase(
                    sent,
                    received,
                    closed,
                    "Case Resolved - Pickup completed",
                    random.choice(ids),
                    area.id if area else None,
                )
            )
        take_over_cases(by=Operator(), old=old, town=town, at=at)
    return number / (time.perf_counter() - began)


if __name__ == "__main__":
    rows_a_second(BATCH)  # warm
    print(json.dumps(rows_a_second(int(sys.argv[1]))))  # noqa: T201 – for the one who asked
