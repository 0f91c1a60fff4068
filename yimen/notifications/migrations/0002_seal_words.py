from django.db import migrations

from yimen.kernel.sealing import SealColumns


class Migration(migrations.Migration):
    """What people write stands sealed from now on."""

    dependencies = [
        ('notifications', '0001_initial'),
    ]

    operations = [
        SealColumns('Letter', ['title', 'body']),
    ]
