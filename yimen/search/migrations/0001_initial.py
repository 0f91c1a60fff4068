from typing import TYPE_CHECKING

from django.db import migrations, models

import yimen.search.models
from yimen.search import postgres, sqlite

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_tables(_apps: "Apps", schema_editor: "BaseDatabaseSchemaEditor") -> None:
    adapter = postgres if schema_editor.connection.vendor == "postgresql" else sqlite
    with schema_editor.connection.cursor() as cursor:
        for statement in adapter.TABLES:
            cursor.execute(statement)


class Migration(migrations.Migration):
    """The documents, and what the database itself needs to find them by their tokens."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('case_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('edition', models.PositiveSmallIntegerField()),
                ('stamp', models.BinaryField(max_length=8)),
                ('looked_after_at', models.DateTimeField(null=True)),
                ('tokens', yimen.search.models.TokensField()),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('looked_after_at__isnull', False)), fields=['looked_after_at'], name='document_to_look_after')],
            },
        ),
        migrations.RunPython(make_tables, migrations.RunPython.noop),
    ]
