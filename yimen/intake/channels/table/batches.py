"""Taking the rows over, a batch to a transaction: whatever stops it, it can be run again and goes on."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import islice

from django.db import IntegrityError, transaction

from yimen.cases.rules import Way
from yimen.cases.submission import OUTSIDE, Submission
from yimen.cases.verbs import OldCase, take_over_cases
from yimen.intake.channels.table.done import Done
from yimen.intake.channels.table.lines import Line
from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.rows import OldRow, Rows
from yimen.intake.channels.table.wrong import Remark, Wrong
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import receipt_from, shown
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import gettext_noop
from yimen.people.rules import Operator
from yimen.places.past import areas_on
from yimen.places.queries import Gazetteer, PlaceFacts
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import Kind
from yimen.routing.town import Town, the_town

BATCH = 500  # rows to a transaction: one wait for the disk each, and all that is lost if it is stopped
SWAPPED = gettext_noop("This point is outside the town; east and north seem to have changed places.")
#: What old requests mostly are, first; a category says which of these it may be.
KINDS = (Kind.FAULT, Kind.HELP, Kind.COMPLAINT, Kind.CONSULT, Kind.SUGGESTION, Kind.THANKS, Kind.DISPUTE)


def nonce_of(source: str, number: str, key: bytes) -> str:
    """The secret that an old case's receipt comes from. Always the same, so a case taken twice is one case; and
    keyed, so that nobody who knows the old number can work the receipt out.
    """
    said = f"old case:{source}\0{number}".encode()
    return urlsafe_b64encode(hmac.digest(key, said, sha256)).rstrip(b"=").decode()


@dataclass(frozen=True)
class Taker:
    """Takes over the lines of one file."""

    by: Operator
    mapping: Mapping
    rows: Rows
    at: datetime
    rehearse: bool = False  # do all of it, and take it back
    with_receipts: bool = False
    key: bytes = field(default_factory=lambda: derived_key("old number"))

    def take(self, lines: Iterable[Line]) -> Iterator[Done]:
        """Batch by batch; each is on the disk when its result comes."""
        lines = iter(lines)
        while batch := list(islice(lines, BATCH)):
            yield self._take(batch, the_town())

    def _take(self, lines: Sequence[Line], town: Town) -> Done:
        done = Done(read=len(lines))
        found = self._with_areas(self._rows(lines, done), town, done)
        old = [self._old_case(row, area, town) for row, area in found]
        try:
            self._write(old, town, done)
        except IntegrityError:  # somebody runs the same import beside this one: now their rows are here
            self._write(old, town, done)
        if self.with_receipts:
            done.receipts = self._receipts(old, found)
        return done

    @transaction.atomic
    def _write(self, old: Sequence[OldCase], town: Town, done: Done) -> None:
        fresh = take_over_cases(by=self.by, old=old, town=town, at=self.at)
        transaction.set_rollback(self.rehearse)
        done.taken, done.here = len(fresh), len(old) - len(fresh)
        done.closed = sum(case.ended_at is not None for case in fresh)
        done.left_open = sum(case.category_id is None for case in fresh)

    def _rows(self, lines: Sequence[Line], done: Done) -> Iterator[OldRow]:
        for line in lines:
            try:
                yield self.rows.row(line)
            except Wrong as no:
                _reject(done, line.number, self.rows.number_in(line), no)

    def _with_areas(self, rows: Iterable[OldRow], town: Town, done: Done) -> list[tuple[OldRow, PlaceFacts | None]]:
        """Each row with the area its point lay in on its day; rows whose point is outside the town are rejected."""
        rows, places = list(rows), town.places
        # Not a number (nan) lies nowhere, so a row without a point takes part in the one search for all.
        nowhere = float("nan")
        points = [
            (day_of(row.opened), nowhere, nowhere)
            if row.longitude is None or row.latitude is None
            else (day_of(row.opened), row.longitude, row.latitude)
            for row in rows
        ]
        found = []
        for row, area in zip(rows, areas_on(town.editions.get("places", 0), points), strict=True):
            if row.longitude is not None and row.latitude is not None and area is None:
                reason = SWAPPED if places.area_at(row.latitude, row.longitude) else OUTSIDE
                _reject(done, row.line, row.number, Wrong(self.mapping.columns["longitude"], reason))
                continue
            found.append((row, area))
            _count(done, row, area, places)
        return found

    def _old_case(self, row: OldRow, area: PlaceFacts | None, town: Town) -> OldCase:
        category = town.catalogue.leaf(row.category) if row.category else None
        sent = Submission(
            nonce=nonce_of(self.mapping.source, row.number, self.key),
            words=row.words,
            language=self.mapping.language,
            kind=_kind(category),
            channel=row.channel,
            category=row.category,
            longitude=row.longitude,
            latitude=row.latitude,
            place_words=row.place_words,
            tell=Way.HERE,
        )
        return OldCase(
            sent=sent,
            received_at=row.opened,
            closed_at=row.closed,
            answer=row.answer,
            category_id=category.id if category else None,
            area_id=area.id if area else None,
        )

    def _receipts(self, old: Sequence[OldCase], found: Sequence[tuple[OldRow, object]]) -> list[tuple[str, str]]:
        key = derived_key("receipt")
        return [
            (row.number, shown(receipt_from(case.sent.nonce, key))) for case, (row, _) in zip(old, found, strict=True)
        ]


def _kind(category: CategoryFacts | None) -> Kind:
    return next((kind for kind in KINDS if category and kind in category.kinds), Kind.HELP)


def _reject(done: Done, line: int, number: str, no: Wrong) -> None:
    done.rejected += 1
    done.remarks.append(Remark(line, number, no.column, no.verdict))


def _count(done: Done, row: OldRow, area: PlaceFacts | None, places: Gazetteer) -> None:
    """What of this row goes into the sums, whether it is new or here already."""
    done.found_in[area.id if area else None] += 1
    if row.unknown_category:
        done.unknown[row.unknown_category] += 1
    if row.mended:
        column, reason = row.mended
        done.mended += 1
        done.remarks.append(Remark(row.line, row.number, column, reason, is_taken=True))
    if not row.checked or row.longitude is None:
        return
    if area and row.checked in _names(area, places):
        done.agree += 1
    else:
        done.differ.append((row.number, row.checked, area.id if area else None))


def _names(area: PlaceFacts, places: Gazetteer) -> set[str]:
    """What an area may be called: its own names and code, and those of the place it lies in."""
    called = {area.code, *area.names.values()}
    parent = places.by_id.get(area.parent_id or 0)
    return called | {parent.code, *parent.names.values()} if parent else called
