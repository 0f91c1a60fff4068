"""Counting many things at once, each only so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


@dataclass(frozen=True)
class Question:
    """One statement that counts; to be asked as often as one likes, since writing it takes longer than its answer."""

    names: tuple[str, ...]
    text: str
    params: tuple[Any, ...]

    def ask(self) -> dict[str, int]:
        """How many there are of each now."""
        if not self.names:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(self.text, self.params)
            return dict(zip(self.names, cursor.fetchone(), strict=True))


def question(sets: Mapping[str, QuerySet[Any]], most: int) -> Question:
    """Ask how many rows each of these has, at most so many; all in one statement, none grows with its table."""
    parts: list[str] = []
    params: list[Any] = []
    for rows in sets.values():
        try:
            text, values = rows.order_by().values("pk")[:most].query.sql_with_params()
        except EmptyResultSet:  # Django sees by itself that nothing can be found
            text, values = "SELECT 1 WHERE 1 = 0", ()
        parts.append(f"(SELECT COUNT(*) FROM ({text}) AS found)")  # noqa: S608 – Django wrote it
        params += values
    return Question(tuple(sets), f"SELECT {', '.join(parts)}", tuple(params))


def count_each(sets: Mapping[str, QuerySet[Any]], most: int) -> dict[str, int]:
    """How many rows each of these has now, at most so many."""
    return question(sets, most).ask()
