"""The one door to the index, whichever database keeps it."""

from collections.abc import Iterator
from types import ModuleType

from django.db import connection

from yimen.search import postgres, sqlite
from yimen.search.matching import Match


def engine() -> ModuleType:
    """What speaks the language of this town's database."""
    return postgres if connection.vendor == "postgresql" else sqlite


def newest(match: Match, *, before: int) -> Iterator[int]:
    """The cases before this one that fulfil the match, newest first; asked for as far as they are read."""
    found: Iterator[int] = engine().newest(match, before=before)
    return found


def extra_tokens(case_id: int) -> set[str]:
    """What this database's index wants to know of a case besides."""
    extra: set[str] = engine().extra_tokens(case_id)
    return extra


def is_sound() -> bool:
    """Does the index say the same as the tokens it was made from?"""
    return bool(engine().is_sound())


def remake() -> None:
    """Where the database made something else of the tokens than it should: make it again from them."""
    engine().remake()
