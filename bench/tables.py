"""Tables as the database has them: read whole, written as fast as it takes them."""

from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

Row = list[Any]


class Table:
    """One table: its columns, and the next free number."""

    def __init__(self, label: str) -> None:
        self.model: type[models.Model] = apps.get_model(label)
        fields = self.model._meta.concrete_fields  # noqa: SLF001 – Django documents _meta
        self.name = self.model._meta.db_table  # noqa: SLF001
        self.columns = [str(field.column) for field in fields]
        self.days = [at for at, field in enumerate(fields) if isinstance(field, models.DateField)]  # and moments
        self.next = 1

    def rows(self) -> list[Row]:
        """All rows, in the order of their numbers; they come first."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {self._columns} FROM {self.name} ORDER BY id")  # noqa: S608 – our own names
            found = [list(row) for row in cursor.fetchall()]
        self.next = 1 + max((row[0] for row in found), default=0)
        return found

    def number(self) -> int:
        """The next number."""
        self.next += 1
        return self.next - 1

    def write(self, rows: list[Row]) -> None:
        """Add these rows."""
        if connection.vendor == "sqlite":
            places = ", ".join("?" * len(self.columns))
            text = f"INSERT INTO {self.name} ({self._columns}) VALUES ({places})"  # noqa: S608 – our own names
            connection.connection.executemany(text, rows)
            return
        with connection.cursor() as cursor, cursor.copy(f"COPY {self.name} ({self._columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    @property
    def _columns(self) -> str:
        return ", ".join(connection.ops.quote_name(column) for column in self.columns)


def quickly() -> None:
    """This connection may lose what it writes in a power cut, and takes references on trust: we start from scratch."""
    sqlite = ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -600000", "wal_autocheckpoint = 50000")
    postgres = ("synchronous_commit = off", "session_replication_role = replica")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for setting in sqlite:
                cursor.execute(f"PRAGMA {setting}")
        else:
            for setting in postgres:
                cursor.execute(f"SET {setting}")


def settle(tables: list[Table]) -> None:
    """Everything as a database that has grown slowly would have it: numbers go on, statistics are known."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in tables]):
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
