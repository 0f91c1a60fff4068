"""Counting many things at once, each only so far."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def count_each(sets: Mapping[str, QuerySet[Any]], most: int) -> dict[str, int]:
    """How many rows each of these has, at most so many; all of them in one statement, none grows with its table."""
    if not sets:
        return {}
    parts: list[str] = []
    params: list[Any] = []
    for rows in sets.values():
        try:
            text, values = rows.order_by().values("pk")[:most].query.sql_with_params()
        except EmptyResultSet:  # Django sees by itself that nothing can be found
            text, values = "SELECT 1 WHERE 1 = 0", ()
        parts.append(f"(SELECT COUNT(*) FROM ({text}) AS found)")  # noqa: S608 – Django wrote it
        params += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        return dict(zip(sets, cursor.fetchone(), strict=True))
