"""Reading who wants to be called back. The number is given out only after the look is noted."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from yimen.calls.models import Attempt, Wish
from yimen.calls.policies import may_take_calls, may_try
from yimen.calls.rules import Call
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import WISHED
from yimen.routing.town import Town

__all__ = ["Attempt", "Wish"]
PAGE = 20
#: Of a list nothing of who asked is read.
_HEAD = ("id", "version", "desk_id", "language", "since_at", "tries", "state")


def wishes_of(acting: Acting) -> QuerySet[Wish] | None:
    """The call-backs that this post's desk was asked for and has still to make; nothing for other posts."""
    if not may_take_calls(acting):
        return None
    wishes: QuerySet[Wish] = Wish.objects.filter(desk_id=acting.office_id, state=Call.WAITING.value)
    return wishes


def wish_list(acting: Acting, after: int = 0) -> tuple[list[Wish], int]:
    """One page of them, the oldest first, and the key of the next (0 on the last)."""
    rows = wishes_of(acting)
    if rows is None:
        return [], 0
    found = list(rows.filter(pk__gt=after).only(*_HEAD).order_by("id")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else 0


def wish_for(acting: Acting, pk: int) -> Wish | None:
    """One of them, without its number and words."""
    rows = wishes_of(acting)
    return None if rows is None else rows.only(*_HEAD).filter(pk=pk).first()


def attempts_at(wish: Wish) -> list[Attempt]:
    """Every try so far, the oldest first: three at most."""
    return list(Attempt.objects.filter(wish=wish).order_by("id"))


def open_wish(acting: Acting, wish: Wish, *, town: Town, at: datetime) -> Wish:
    """The same with number and words, to be called now; the look is written down in the same transaction."""
    require(may_try(acting, wish, town=town, at=at))
    with transaction.atomic():
        note_look(subject=wish.ref, acting=acting, purpose=WISHED, at=at)
        whole: Wish = Wish.objects.get(pk=wish.pk)
    return whole
