"""Letters on paper: what the mail room has to print, and that one is in the post."""

from datetime import datetime

from django.db.models import BigIntegerField, Case, Q, QuerySet, Subquery, When
from django.db.models.functions import Cast, Substr

from yimen.notifications.models import Letter

__all__ = ["SHOWN", "Letter", "letters_to_post", "note_posted", "rows_to_post"]
SHOWN = 20
OF_CASE = "case:"
_HEAD = ("id", "subject", "language", "to_post_at")


def rows_to_post() -> QuerySet[Letter]:
    """All that wait to be printed; ``case_number`` is that of the case whose resident each is for, if it is for one."""
    number = Cast(Substr("subject", len(OF_CASE) + 1), BigIntegerField())
    rows = Letter.objects.filter(to_post_at__isnull=False)
    return rows.alias(case_number=Case(When(subject__startswith=OF_CASE, then=number)))


def letters_to_post(rows: QuerySet[Letter], after: int = 0) -> list[Letter]:
    """Of these twenty and one more, oldest first; nothing of what is written in them, and no address.

    In the order of their index: by number alone SQLite would read every letter the town ever wrote.
    """
    rows = rows.only(*_HEAD).order_by("to_post_at", "id")
    if after:  # it may be in the post by now, and still knows when it was written
        begun = Subquery(Letter.objects.filter(pk=after).values("at"))
        rows = rows.filter(Q(to_post_at__gt=begun) | Q(to_post_at=begun, pk__gt=after), to_post_at__gte=begun)
    return list(rows[: SHOWN + 1])


def note_posted(letter: Letter, at: datetime) -> bool:
    """Write down that it is in the post, and forget where it went; false if somebody else was quicker."""
    mine = rows_to_post().filter(pk=letter.pk)
    return bool(mine.update(state=Letter.State.SENT, sent_at=at, to_post_at=None, address=""))
