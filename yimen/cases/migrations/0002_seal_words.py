from django.db import migrations

from yimen.kernel.sealing import SealColumns


class Migration(migrations.Migration):
    """What people write stands sealed from now on."""

    dependencies = [
        ('cases', '0001_initial'),
    ]

    operations = [
        SealColumns('Case', ['words', 'place_words']),
        SealColumns('Message', ['text']),
        SealColumns('Opinion', ['claims', 'facts', 'opinion', 'basis', 'remedies']),
        SealColumns('Rating', ['words']),
    ]
