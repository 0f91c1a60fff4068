"""Who looked. Written by the queries that read a resident's data, in the same transaction; read by the resident."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, Window

from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting, Role
from yimen.privacy.models import Look
from yimen.privacy.rules import FOUND, NOT_YOURS, OF_A_PAGE, PURPOSES, TAKING_OUT, may_look

SHOWN_AT_ONCE = 50
LINES_A_CASE = 10
ONE_WORK = timedelta(hours=1)  # looks of the same kind within it are one line for whoever reads them


@dataclass(frozen=True)
class LookFacts:
    """One look as the resident reads it: which office, in which role, why. Not which person."""

    id: int
    at: datetime
    office_id: int
    office_names: Mapping[str, str]
    role: str
    purpose: str
    is_stand_in: bool  # by somebody who stood in for a colleague on leave

    @property
    def words(self) -> str:
        """The purpose as an English sentence part, to be translated by the page."""
        role = Role(self.role)
        known = PURPOSES.get(role, {}) | OF_A_PAGE.get(role, {}) | TAKING_OUT
        return known.get(self.purpose, self.purpose)


@dataclass(frozen=True)
class Looks:
    """Looks, newest first, and how many older ones there are."""

    rows: list[LookFacts]
    more: int

    def __iter__(self) -> Iterator[LookFacts]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def note_look(*, subject: str, acting: Acting, purpose: str, at: datetime) -> None:
    """Somebody is looking: one INSERT. Refused, and so not opened, for a purpose that the role does not have."""
    require(may_look(acting.role, purpose))
    Look.objects.create(subject=subject, at=at, purpose=purpose, **_from(acting))


def _from(acting: Acting) -> dict[str, Any]:
    """From which post, and of somebody who stands in also who it was."""
    stood_in = acting.staff_id if acting.stands_in else None
    return {"post_id": acting.post_id, "office_id": acting.office_id, "role": acting.role, "stood_in_id": stood_in}


def hand_looks_on(before: str, after: str) -> None:
    """A letter on paper has become a case: its resident reads who looked at it before. The looks themselves stay."""
    seen = Look.objects.filter(subject=before).order_by("id")
    columns = ("at", "purpose", "post_id", "office_id", "role", "stood_in_id")
    Look.objects.bulk_create(Look(subject=after, **row) for row in seen.values(*columns))


def note_taken_out(subjects: Sequence[str], *, acting: Acting, purpose: str, at: datetime) -> None:
    """These few leave the town in a file, which is a look at each of them."""
    if not PURPOSES[acting.role] or purpose not in TAKING_OUT:
        raise Refused(NOT_YOURS)
    for subject in subjects:
        Look.objects.create(subject=subject, at=at, purpose=purpose, **_from(acting))


def note_found(subjects: Sequence[str], *, acting: Acting, at: datetime) -> None:
    """Words of these stand among the hits of a search, which is a look at each of them: one INSERT for all."""
    require(may_look(acting.role, FOUND))
    Look.objects.bulk_create(Look(subject=s, at=at, purpose=FOUND, **_from(acting)) for s in subjects)


def looks_of(subject: str, *, before: int | None = None, most: int = SHOWN_AT_ONCE) -> Looks:
    """The looks at this subject, newest first, in one statement; ``before`` is the id the page before ended with."""
    stands_in = Q(stood_in__isnull=False)
    rows = Look.objects.filter(subject=subject).annotate(
        office_names=F("office__names"), stands_in=stands_in, total=Window(Count("id"))
    )
    if before is not None:
        rows = rows.filter(pk__lt=before)
    columns = ("id", "at", "office_id", "office_names", "role", "purpose", "stands_in", "total")
    found = list(rows.order_by("-id").values_list(*columns)[:most])
    more = found[0][-1] - len(found) if found else 0
    return Looks([LookFacts(*row[:-1]) for row in found], more)


def in_lines(looks: Iterable[LookFacts]) -> list[list[LookFacts]]:
    """The same looks, newest first, each line those of one office, role and purpose within one hour.

    Whoever works on a case opens several of its pages. All of them are kept and all are shown; but forty equal lines
    would hide the one that is different.
    """
    lines: list[list[LookFacts]] = []
    newest: dict[tuple[int, str, str, bool], list[LookFacts]] = {}
    for look in looks:
        key = (look.office_id, look.role, look.purpose, look.is_stand_in)
        line = newest.get(key)
        if line is None or line[0].at - look.at > ONE_WORK:
            line = newest[key] = []
            lines.append(line)
        line.append(look)
    return lines


def many_looks(since: datetime, until: datetime, *, at_least: int) -> list[tuple[int, int, int]]:
    """Posts that looked at so many different cases in this time: (post, office, cases). One statement.

    Ten of which a line was shown in a search count as one that was opened.
    """
    looks = Look.objects.filter(at__gte=since, at__lt=until).values("post_id", "office_id")
    opened = Count("subject", distinct=True, filter=~Q(purpose=FOUND))
    found = Count("subject", distinct=True, filter=Q(purpose=FOUND))
    counted = looks.annotate(cases=opened + found / LINES_A_CASE).filter(cases__gte=at_least).order_by("post_id")
    return list(counted.values_list("post_id", "office_id", "cases"))
