"""What came by a channel, as it came, until it is a case."""

import logging
from typing import Any

from cryptography.fernet import InvalidToken
from django.db import models
from django.db.models import Q

from yimen.intake.rules import Stage
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField, opened_bytes, sealed_bytes

log = logging.getLogger(__name__)


class SealedBytes(models.BinaryField):  # type: ignore[type-arg]
    """Bytes that stand sealed in the database; none are stored as none."""

    def from_db_value(self, value: Any, *_: object) -> bytes:  # noqa: ANN401 – Django's own signature
        try:
            return opened_bytes(bytes(value)) if value else b""
        except InvalidToken:
            log.error("What came in does not open: do the keys in keys/seal.key belong to this database?")  # noqa: TRY400
            return b""

    def get_prep_value(self, value: bytes | None) -> bytes:
        return sealed_bytes(value or b"")


class Arrival(Versioned):
    """One thing that came, word for word. The row is written before its sender is told that it is here."""

    channel = models.CharField(max_length=16)  # the folder in channels/ that understands it
    at = models.DateTimeField()
    size = models.PositiveIntegerField()  # bytes, as it came
    content = SealedBytes(default=b"", blank=True)  # gone as soon as it is a case, or was put away
    digest = models.BinaryField(max_length=32, unique=True)  # keyed; by it the same thing is not taken twice
    stage = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Stage], default=Stage.WAITING)
    why = models.CharField(max_length=16, blank=True)  # a code of rules.WHY: why it is held
    put_away = SealedField(default="", blank=True)  # why somebody discarded it
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)  # when it is tried (again); nothing once it does not wait any more

    class Meta:
        indexes = [
            models.Index(fields=["next_at", "id"], name="arrival_to_take", condition=Q(next_at__isnull=False)),
            models.Index(fields=["stage", "id"], name="arrival_by_stage"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="waiting", next_at__isnull=False) | (~Q(stage="waiting") & Q(next_at__isnull=True)),
                name="arrival_that_waits_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.channel} {self.stage}"

    @property
    def ref(self) -> str:
        """How the journal, looks and letters refer to it."""
        return f"arrival:{self.pk}"
