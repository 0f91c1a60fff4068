"""The index on PostgreSQL: a ``tsvector`` made by hand, and GIN.

GIN has no order, and the planner does not know how often a token comes: left alone it walks the primary key for a rare
word, or gathers half of the table for a common one. So we say how: first a walk through the newest few, which a common
word fills; then GIN, in windows that reach back eight times as far each. A window is a token too, so that GIN itself
leaves out what is older. ``+ 0`` keeps the planner from walking.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from yimen.search.matching import FIRST, All, Match, batches, written

WALKED = 400  # documents: as many as are read in two milliseconds
SHIFTS = (14, 17, 20, 23)  # windows of 16 thousand, 131 thousand, a million, eight million cases

# No list of what is to be sorted in: whoever searches would have to read through it.
TABLES = ("CREATE INDEX IF NOT EXISTS search_tokens ON search_document USING gin (tokens) WITH (fastupdate = off)",)
_WALK = """
    SELECT case_id, tokens @@ %s::tsquery FROM
      (SELECT case_id, tokens FROM search_document WHERE case_id < %s ORDER BY case_id DESC LIMIT %s) AS newest
    ORDER BY case_id DESC"""
_GATHER = """
    SELECT case_id FROM search_document WHERE tokens @@ %s::tsquery AND case_id + 0 < %s
    ORDER BY case_id + 0 DESC LIMIT %s"""


def newest(match: Match, *, before: int) -> Iterator[int]:
    """The cases before this one that fulfil the match, newest first; asked for as far as they are read."""
    is_common = True
    while is_common:  # walking on costs less than gathering
        walked = _rows(_WALK, _asked(match), before, WALKED)
        found = [pk for pk, fits in walked if fits]
        yield from found
        if len(walked) < WALKED:
            return
        before, is_common = walked[-1][0], len(found) >= FIRST
    for window, before_it in _windows(before):
        yield from _gathered(_asked([*match, *window]), before_it)


def _gathered(asked: str, before: int) -> Iterator[int]:
    for most in batches():
        found = [pk for (pk,) in _rows(_GATHER, asked, before, most)]
        yield from found
        if len(found) < most:
            return
        before = found[-1]


def _rows(statement: str, *asked: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _windows(before: int) -> Iterator[tuple[list[list[All]], int]]:
    """Each window as what it adds to a match, and the case that it begins before; the last has no lower end.

    A window that reaches to the first case leaves nothing out, and its token would only have to be read through.
    """
    for shift in SHIFTS:
        block = (before - 1) >> shift
        if block <= 1:
            break
        yield [[frozenset({_token(shift, block)}), frozenset({_token(shift, block - 1)})]], before
        before = (block - 1) << shift
    yield [], before


def _asked(match: Match) -> str:
    return written(match, "&", "|")


def _token(shift: int, block: int) -> str:
    return f"0w{shift}x{max(block, 0)}"


def extra_tokens(case_id: int) -> set[str]:
    """The windows that the case lies in."""
    return {_token(shift, case_id >> shift) for shift in SHIFTS}


def is_sound() -> bool:
    """PostgreSQL keeps an index in step with its table by itself."""
    return True


def remake() -> None:
    """Nothing to do: see above."""
