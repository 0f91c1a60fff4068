"""For migrations: columns that held text in clear hold it sealed from now on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.migrations.operations.base import Operation

from yimen.kernel.seal import SealedField, sealed

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState

BATCH = 1_000


class SealColumns(Operation):
    """The columns become sealed ones, and what stands in them is sealed, a thousand rows at a time."""

    reversible = False

    def __init__(self, model_name: str, names: Sequence[str]) -> None:
        self.model_name, self.names = model_name, names

    def state_forwards(self, app_label: str, state: "ProjectState") -> None:
        for name in self.names:
            field: models.Field[Any, Any] = SealedField(default="", blank=True)
            state.alter_field(app_label, self.model_name.lower(), name, field, preserve_default=True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: "BaseDatabaseSchemaEditor",
        from_state: "ProjectState",
        to_state: "ProjectState",
    ) -> None:
        old = from_state.apps.get_model(app_label, self.model_name)
        new = to_state.apps.get_model(app_label, self.model_name)
        quoted = [schema_editor.quote_name(name) for name in self.names]
        table = schema_editor.quote_name(new._meta.db_table)  # noqa: SLF001 – Django documents _meta
        if schema_editor.connection.vendor == "postgresql":
            # A plain cast would take a backslash that somebody typed for an escape.
            types = ", ".join(f"ALTER COLUMN {name} TYPE bytea USING convert_to({name}, 'UTF8')" for name in quoted)
            schema_editor.execute(f"ALTER TABLE {table} {types}")
        else:
            for name in self.names:
                schema_editor.alter_field(old, old._meta.get_field(name), new._meta.get_field(name))  # noqa: SLF001
        _seal(schema_editor, table, quoted)

    def describe(self) -> str:
        return f"Seal {', '.join(self.names)} of {self.model_name}"


def _seal(schema_editor: "BaseDatabaseSchemaEditor", table: str, columns: Sequence[str]) -> None:
    """Both databases give a text back as bytes or as text; either is sealed, and an empty one stays empty."""
    places = ", ".join(f"{name} = %s" for name in columns)
    read = f"SELECT id, {', '.join(columns)} FROM {table} WHERE id > %s ORDER BY id LIMIT {BATCH}"  # noqa: S608 – our own names
    write = f"UPDATE {table} SET {places} WHERE id = %s"  # noqa: S608
    last = 0
    with schema_editor.connection.cursor() as cursor:
        while True:
            cursor.execute(read, [last])
            rows = cursor.fetchall()
            if not rows:
                return
            cursor.executemany(write, [[*(sealed(_text(value)) for value in row[1:]), row[0]] for row in rows])
            last = rows[-1][0]


def _text(value: str | bytes | memoryview | None) -> str:
    return value if isinstance(value, str) else bytes(value or b"").decode()
