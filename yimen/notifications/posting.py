"""Letters on paper: what the mail room has to print, and that one is in the post."""

from datetime import datetime

from django.db.models import Q, QuerySet, Subquery

from yimen.notifications.models import Letter

__all__ = ["SHOWN", "Letter", "letter_to_post", "letters_to_post", "note_posted", "rows_to_post"]
SHOWN = 20
_HEAD = ("id", "subject", "language", "to_post_at")


def rows_to_post() -> QuerySet[Letter]:
    """All that wait to be printed, to be counted."""
    return Letter.objects.filter(to_post_at__isnull=False)


def letters_to_post(after: int = 0) -> list[Letter]:
    """Twenty and one more, oldest first; nothing of what is written in them, and no address.

    In the order of their index: by number alone SQLite would read every letter the town ever wrote.
    """
    rows = rows_to_post().only(*_HEAD).order_by("to_post_at", "id")
    if after:  # it may be in the post by now, and still knows when it was written
        begun = Subquery(Letter.objects.filter(pk=after).values("at"))
        rows = rows.filter(Q(to_post_at__gt=begun) | Q(to_post_at=begun, pk__gt=after), to_post_at__gte=begun)
    return list(rows[: SHOWN + 1])


def letter_to_post(pk: int) -> Letter | None:
    """This one, with its words and its address, while it waits."""
    found: Letter | None = rows_to_post().filter(pk=pk).first()
    return found


def note_posted(letter: Letter, at: datetime) -> bool:
    """Write down that it is in the post, and forget where it went; false if somebody else was quicker."""
    mine = rows_to_post().filter(pk=letter.pk)
    return bool(mine.update(state=Letter.State.SENT, sent_at=at, to_post_at=None, address=""))
