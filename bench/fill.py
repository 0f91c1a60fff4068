"""Fill a town's database: ``python -m bench.fill NUMBER``.

Some two hundred cases are lived by the real verbs. They are then copied, row by row with all that belongs to them,
to other days, places and receipts, until there are enough: so every table has its true size and shape, and a million
cases take minutes. One in twenty is open, and those are among the newest.
"""

import secrets
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 – Django first
from rich.console import Console  # noqa: E402
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: E402

from bench.samples import nonce  # noqa: E402
from bench.tables import Row, Table, quickly, settle  # noqa: E402
from yimen.cases.queries import receipt_hash  # noqa: E402
from yimen.cases.rules import OPEN  # noqa: E402
from yimen.console.town import STEPS  # noqa: E402
from yimen.journeys.kelsang.cases import invent_cases  # noqa: E402
from yimen.kernel import clock  # noqa: E402
from yimen.kernel.models import Chore  # noqa: E402
from yimen.kernel.receipts import receipt_from  # noqa: E402
from yimen.kernel.seal import derived_key  # noqa: E402
from yimen.people.queries import posts_held  # noqa: E402
from yimen.privacy.looks import note_look  # noqa: E402
from yimen.privacy.rules import purposes_of  # noqa: E402
from yimen.routing.town import the_town  # noqa: E402
from yimen.schedule import SCHEDULE  # noqa: E402

LIVED = 240  # cases made by the verbs
CHUNK = 10_000  # cases written at a time
OPEN_SHARE, NEWEST = 0.05, 0.1  # one in twenty is open, and those are among the newest tenth
DAYS = 1000  # over which the cases came in
RECEIPTS = 500  # cases of each run whose receipt is known, to look them up
#: The tables that hold what belongs to a case, and the column that says to which.
BELONGING = {
    "cases.Message": "case_id",
    "cases.Opinion": "case_id",
    "cases.Handing": "case_id",
    "deadlines.Term": "subject",
    "journal.Entry": "subject",
    "notifications.Letter": "subject",
    "privacy.Look": "subject",
}


@dataclass
class Lived:
    """One case that was lived by the verbs, and the rows that belong to it."""

    row: Row
    belonging: list[tuple[Table, int, str, Row]]  # table, place and name of the column that says whose it is, row


class Copier:
    """Copies lived cases; ``written`` are the rows that wait to be written, by table."""

    def __init__(self, number: int) -> None:
        self.number, self.random, self.key = number, Random(7), derived_key("receipt")  # noqa: S311 – invented data
        self.cases, self.ratings = Table("cases.Case"), Table("cases.Rating")
        self.at = {name: place for place, name in enumerate(self.cases.columns)}
        self.rated = {row[self._opinion]: row for row in self.ratings.rows()}
        self.tables = [Table(label) for label in BELONGING]
        lived = self._lived()
        self.open = [case for case in lived if case.row[self.at["state"]] in OPEN]
        self.ended = [case for case in lived if case.row[self.at["state"]] not in OPEN]
        self.areas = [place.id for place in the_town().places.by_id.values() if place.level == "area"]
        self.never = clock.now() + timedelta(days=900)
        self.written: dict[Table, list[Row]] = {t: [] for t in (self.cases, *self.tables, self.ratings)}

    @property
    def _opinion(self) -> int:
        return self.ratings.columns.index("opinion_id")

    def _lived(self) -> list[Lived]:
        whose: dict[Any, list[tuple[Table, int, str, Row]]] = {}
        for table, column in zip(self.tables, BELONGING.values(), strict=True):
            place = table.columns.index(column)
            for row in table.rows():
                whose.setdefault(row[place], []).append((table, place, column, row))
        rows = self.cases.rows()
        return [Lived(row, [*whose.get(row[0], ()), *whose.get(f"case:{row[0]}", ())]) for row in rows]

    def one(self, number: int) -> None:
        """One more case; the newest come last."""
        age = 1 - number / self.number
        is_open = age < NEWEST and self.random.random() < OPEN_SHARE / NEWEST
        lived = self.random.choice(self.open if is_open else self.ended)
        back = timedelta(days=self.random.randint(0, 20) if is_open else int(age * DAYS))
        row = self._moved(self.cases, lived.row, back)
        at, pk = self.at, row[0]
        if row[at["area_id"]]:
            row[at["area_id"]] = self.random.choice(self.areas)
        if row[at["fades_at"]]:
            row[at["fades_at"]] = self.never  # nothing is forgotten while we measure
        known = number % max(1, self.number // RECEIPTS) == 0
        row[at["receipt_hash"]] = receipt_hash(receipt_from(nonce(pk), self.key)) if known else secrets.token_bytes(32)
        keys = {"case_id": pk, "subject": f"case:{pk}"}
        for table, place, column, old in lived.belonging:
            copied = self._moved(table, old, back)
            copied[place] = keys[column]
            if table.name == "cases_opinion" and old[0] in self.rated:
                rating = self._moved(self.ratings, self.rated[old[0]], back)
                rating[self._opinion] = copied[0]

    def _moved(self, table: Table, row: Row, back: timedelta) -> Row:
        row = row.copy()
        row[0] = table.number()
        for place in table.days:
            if row[place] is not None:
                row[place] -= back
        self.written[table].append(row)
        return row

    def write(self) -> None:
        """Everything that waits, in one transaction."""
        with transaction.atomic():
            for table, rows in self.written.items():
                table.write(rows)
                rows.clear()


def main(number: int) -> None:
    """The town, a few lived cases, and their copies."""
    at = clock.now()
    if not the_town().places.town:
        for _, step in STEPS:
            step(at)
        invent_cases(at, min(LIVED, number))
        _look(at)
        with connection.cursor() as cursor:
            kind = "bigserial" if connection.vendor == "postgresql" else "integer"
            cursor.execute(f"CREATE TABLE bench_row (id {kind} PRIMARY KEY, words text)")
            cursor.execute("UPDATE journal_entry SET settled = %s", [True])
    quickly()
    copier = Copier(number)
    begin = copier.cases.next  # a town may be filled further: what was made in between counts too
    columns = (TextColumn(f"  {connection.vendor}, cases"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=number, completed=begin - 1)
        for case in range(begin, number + 1):
            copier.one(case)
            if case % CHUNK == 0 or case == number:
                copier.write()
                bar.update(task, completed=case)
    settle(list(copier.written))
    _rest(clock.now())


def _rest(at: datetime) -> None:
    """What the clock asks for has been done. A town that grew over years does not do all its nights in one minute."""
    for line in SCHEDULE:
        done = {"due_at": line.next_after(at + timedelta(hours=2)), "taken_until": None}
        Chore.objects.update_or_create(name=line.name, defaults=done)


def _look(at: datetime) -> None:
    """Each case has been looked at twice, by somebody in the office that holds it."""
    posts = {acting.office_id: acting for acting in posts_held(clock.day_of(at)) if purposes_of(acting.role)}
    cases = Table("cases.Case")
    office = cases.columns.index("office_id")
    with transaction.atomic():
        for row in cases.rows():
            if (acting := posts.get(row[office])) is None:
                continue
            for purpose in list(purposes_of(acting.role))[:2]:
                note_look(subject=f"case:{row[0]}", acting=acting, purpose=purpose, at=at)


if __name__ == "__main__":
    main(int(sys.argv[1]))
