"""A town that had its words in clear has them sealed after the migration, all of them."""

from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations.state import ModelState, ProjectState

from yimen.kernel.seal import opened
from yimen.kernel.sealing import BATCH, SealColumns

WORDS = ["路灯坏了", "", "a back\\slash and \\x41", "བཀྲ་ཤིས།", "'quotes' \"too\" %s"]


@pytest.mark.django_db(transaction=True)
def test_words_in_clear_are_sealed_and_open_to_the_same_words() -> None:
    before, after = _states()
    said = before.apps.get_model("cases", "Said")
    with connection.schema_editor() as editor:
        editor.create_model(said)
    try:
        rows = [said(text=WORDS[n % len(WORDS)], title=f"title {n}", at=n) for n in range(BATCH + 7)]
        said.objects.bulk_create(rows)
        with connection.schema_editor() as editor:
            SealColumns("Said", ["text", "title"]).database_forwards("cases", editor, before, after)
        now: Any = after.apps.get_model("cases", "Said")
        assert [(r.text, r.title, r.at) for r in now.objects.order_by("id")] == [(r.text, r.title, r.at) for r in rows]
        raw = _raw()
        assert all(opened(text) == r.text for (text, _), r in zip(raw, rows, strict=True))
        assert not any(b"title" in title for _, title in raw)
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(said)


def _states() -> tuple[ProjectState, ProjectState]:
    fields: list[tuple[str, models.Field[Any, Any]]] = [
        ("id", models.BigAutoField(primary_key=True)),
        ("text", models.TextField()),
        ("title", models.CharField(max_length=200)),
        ("at", models.IntegerField()),
    ]
    before = ProjectState()
    before.add_model(ModelState("cases", "Said", fields, {"db_table": "test_said"}))
    after = before.clone()
    SealColumns("Said", ["text", "title"]).state_forwards("cases", after)
    return before, after


def _raw() -> list[tuple[bytes, bytes]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, title FROM test_said ORDER BY id")
        return [(bytes(text), bytes(title)) for text, title in cursor.fetchall()]
