"""The files that belong to a subject."""

from django.db import models

from yimen.kernel.seal import SealedField


class StoredFile(models.Model):
    """A picture, a document or a recording that came with a case. The bytes are on disk under ``key``."""

    subject = models.CharField(max_length=32)
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    name = SealedField(default="", blank=True)  # as it was called, cleaned; shown, never used as a path
    type = models.CharField(max_length=60)  # by content
    size = models.PositiveIntegerField()  # bytes, as stored
    digest = models.CharField(max_length=64)  # SHA-256 of what is stored, hexadecimal
    key = models.CharField(max_length=64, unique=True)  # random; the path on disk is made from it

    class Meta:
        indexes = [models.Index(fields=["subject", "id"], name="file_by_subject")]

    def __str__(self) -> str:
        return f"{self.subject} {self.key}"
