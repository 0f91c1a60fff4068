"""Two hands at the same rows at the same moment: the database lets one go on and stops the other, who may try again."""

from django.db import DatabaseError

#: PostgreSQL's words for it: deadlock, lock not available, serialization failure.
_STATES = frozenset({"40P01", "55P03", "40001"})


def is_busy(error: DatabaseError) -> bool:
    """Was it only that somebody else was writing there? Nothing has been changed, and the same may be tried again."""
    return getattr(error.__cause__, "sqlstate", "") in _STATES or "database is locked" in str(error)
