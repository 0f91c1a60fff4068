"""The index: one row a case, derived from what stands elsewhere. It may be thrown away and built again."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class TokensField(models.TextField):  # type: ignore[type-arg]
    """Tokens with blanks between them; PostgreSQL keeps them as the ``tsvector`` that they make, without places."""

    def db_type(self, connection: "BaseDatabaseWrapper") -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, _value: object, _compiler: object, connection: "BaseDatabaseWrapper") -> str:
        """PostgreSQL reads the blank-separated tokens as they are: no dictionary comes between."""
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"


class Document(models.Model):
    """What the index knows of one case: keyed tokens, and how it was found to be when they were made."""

    case_id = models.BigIntegerField(primary_key=True)
    edition = models.PositiveSmallIntegerField()  # of the rules by which the tokens were made
    stamp = models.BinaryField(max_length=8)  # of the tokens: nothing is written when nothing has changed
    looked_after_at = models.DateTimeField(null=True)  # when to see whether its words have been forgotten
    tokens = TokensField()

    class Meta:
        indexes = [
            models.Index(
                fields=["looked_after_at"],
                name="document_to_look_after",
                condition=models.Q(looked_after_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"case:{self.case_id}"


def upsert(documents: list[Document]) -> None:
    """Write these, whether they are there or not; one statement."""
    columns = ["edition", "stamp", "looked_after_at", "tokens"]
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["case_id"], update_fields=columns)
