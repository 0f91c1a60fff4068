"""A different person: who handled the case at an earlier stage looks at it no more (信访工作条例 art. 35, 36)."""

from datetime import datetime

from yimen.cases.models import Case, Recusal
from yimen.cases.reviews.rules import hands_on
from yimen.cases.together.rules import Asides
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.people.queries import holders_of
from yimen.people.rules import Actor


def hands_of(case: Case) -> set[int]:
    """The members of staff who accepted the case, asked its resident or answered it until now."""
    stood_in, sat = hands_on((entry.code, entry.by, day_of(entry.at)) for entry in history(case.ref))
    return stood_in | holders_of(sat)


def set_hands_aside(case: Case, hands: set[int], *, by: Actor, at: datetime) -> None:
    """They stand aside, from each of their posts: rows like any other recusal's, which every list and page asks for.

    So nobody of them finds the case any more; they still read what comes of it.
    """
    rows = (
        Recusal(case=case, staff_id=staff, state=Asides.ANSWERED.value, at=at, by=by.ref)
        for staff in sorted(hands - case.recused.keys())
    )
    Recusal.objects.bulk_create(rows)
    case.__dict__.pop("recused", None)  # it was read before


def let_hands_back(case: Case) -> bool:
    """The office that answered first decides again: its people have the case again. Does anybody else stand aside?"""
    Recusal.objects.filter(case=case, state=Asides.ANSWERED.value).delete()
    case.__dict__.pop("recused", None)
    return Recusal.objects.filter(case=case, state=Asides.STANDS.value).exists()
