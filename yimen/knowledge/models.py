"""Texts that an office keeps, and their versions."""

from django.db import models
from django.db.models import Q

from yimen.kernel.models import Versioned
from yimen.knowledge.rules import Stage, Use


class Text(Versioned):
    """A template for an office's own words, or an entry of the knowledge base. There is no field for a person."""

    use = models.CharField(max_length=8, choices=[(u.value, u.value) for u in Use])
    stage = models.CharField(max_length=9, choices=[(s.value, s.value) for s in Stage], default=Stage.DRAFT)
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")  # its owner
    category = models.CharField(max_length=48, blank=True)  # the code of a category or a group; empty: for all
    review_on = models.DateField()  # when the owner looks whether it still holds
    latest = models.PositiveSmallIntegerField(default=1)  # the number of the newest version
    published = models.PositiveSmallIntegerField(null=True)  # the number of the version that is in use

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="published", published__isnull=False)
                | (~Q(stage="published") & Q(published__isnull=True)),
                name="text_published_has_its_version",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal refers to it."""
        return f"text:{self.pk}"


class Version(models.Model):
    """A text as it stood from one moment on. It is never changed: a change is a new version."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=32)  # "post:12"
    words = models.JSONField()  # language → {"title": …, "body": …}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="version_once_per_text")]

    def __str__(self) -> str:
        return f"{self.text_id}.{self.number}"
