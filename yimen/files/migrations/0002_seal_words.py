from django.db import migrations

from yimen.kernel.sealing import SealColumns


class Migration(migrations.Migration):
    """What people write stands sealed from now on."""

    dependencies = [
        ('files', '0001_initial'),
    ]

    operations = [
        SealColumns('StoredFile', ['name']),
    ]
