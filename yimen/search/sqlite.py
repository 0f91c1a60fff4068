"""The index on SQLite: FTS5 over the tokens of ``search_document``, kept in step by the database itself.

``detail=none``: it knows which case has a token, not where. What stands next to what is a token of its own, so a phrase
needs no places, the index is small, and whoever holds the file alone learns no order of words. FTS5 walks from
the newest row down and stops when it has enough, so that common words cost no more than rare ones.
"""

from collections.abc import Iterator

from django.db import DatabaseError, OperationalError, connection

from yimen.kernel.verdict import Refused, gettext_noop
from yimen.search.matching import Match, batches, written

_GONE = "INSERT INTO search_words(search_words, rowid, tokens) VALUES ('delete', old.case_id, old.tokens);"
_COME = "INSERT INTO search_words(rowid, tokens) VALUES (new.case_id, new.tokens);"
_TABLE = """
    CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
      tokens, content='search_document', content_rowid='case_id', detail=none, columnsize=0, tokenize='ascii')"""
TABLES = (
    _TABLE,
    f"CREATE TRIGGER IF NOT EXISTS search_come AFTER INSERT ON search_document BEGIN {_COME} END",
    f"CREATE TRIGGER IF NOT EXISTS search_gone AFTER DELETE ON search_document BEGIN {_GONE} END",
    f"CREATE TRIGGER IF NOT EXISTS search_changed AFTER UPDATE OF tokens ON search_document BEGIN {_GONE} {_COME} END",
)
DAMAGED = gettext_noop(
    "The search index is damaged, and the cases are not."
    " Whoever runs the town mends it with: yimen search rebuild --anew"
)
_NEWEST = "SELECT rowid FROM search_words WHERE search_words MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT %s"


def newest(match: Match, *, before: int) -> Iterator[int]:
    """The cases before this one that fulfil the match, newest first; asked for as far as they are read."""
    asked = written(match, " AND ", " OR ")
    for most in batches():
        found = _rows(asked, before, most)
        yield from found
        if len(found) < most:
            return
        before = found[-1]


def _rows(asked: str, before: int, most: int) -> list[int]:
    with connection.cursor() as cursor:
        try:
            cursor.execute(_NEWEST, [asked, before, most])
            return [row[0] for row in cursor.fetchall()]
        except OperationalError:
            raise  # busy, or stopped: the same search may do in a moment
        except DatabaseError as damaged:
            raise Refused(DAMAGED) from damaged


def extra_tokens(case_id: int) -> set[str]:  # noqa: ARG001 – PostgreSQL wants some
    """None are needed here."""
    return set()


def is_sound() -> bool:
    """Does the index say the same as the tokens it was made from? Reads all of it."""
    with connection.cursor() as cursor:
        try:
            cursor.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return False
    return True


def remake() -> None:
    """Make the index from the tokens again, whatever it says now; nobody writes meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_words(search_words) VALUES ('rebuild')")
