"""Letters on paper: what the mail room has to print, and that one is in the post."""

from datetime import datetime

from django.db.models import QuerySet

from yimen.notifications.models import Letter

__all__ = ["SHOWN", "Letter", "letter_to_post", "letters_to_post", "note_posted", "rows_to_post"]
SHOWN = 20
_HEAD = ("id", "subject", "language", "to_post_at")


def rows_to_post() -> QuerySet[Letter]:
    """All that wait to be printed, to be counted."""
    return Letter.objects.filter(to_post_at__isnull=False)


def letters_to_post(after: int = 0) -> list[Letter]:
    """Twenty and one more, oldest first; nothing of what is written in them, and no address."""
    return list(rows_to_post().only(*_HEAD).filter(pk__gt=after).order_by("id")[: SHOWN + 1])


def letter_to_post(pk: int) -> Letter | None:
    """This one, with its words and its address, while it waits."""
    found: Letter | None = rows_to_post().filter(pk=pk).first()
    return found


def note_posted(letter: Letter, at: datetime) -> bool:
    """Write down that it is in the post, and forget where it went; false if somebody else was quicker."""
    mine = rows_to_post().filter(pk=letter.pk)
    return bool(mine.update(state=Letter.State.SENT, sent_at=at, to_post_at=None, address=""))
