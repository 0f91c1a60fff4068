"""Whoever asked to be called back was called."""

from datetime import datetime

from django.db import transaction

from yimen.calls.models import Attempt, Wish
from yimen.calls.policies import may_try
from yimen.calls.rules import NO_TRY, OUTCOMES, Call, after_try
from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def try_to_call_back(*, by: Acting, wish: Wish, outcome: Call, at: datetime) -> None:
    """Nobody answered: it is tried three times at most. When it is over, number and words are gone at once."""
    require(may_try(by, wish, town=the_town(), at=at))
    if outcome not in OUTCOMES:
        raise Refused(NO_TRY)
    tries = wish.tries + 1
    state = after_try(tries) if outcome is Call.NOT_REACHED else outcome
    gone: dict[str, object] = {} if state is Call.WAITING else {"phone": "", "about": "", "over_at": at}
    Wish.objects.change(wish, tries=tries, state=state.value, **gone)
    Attempt.objects.create(wish=wish, at=at, by=by.ref, outcome=outcome.value)
    record("call_back.tried", subject=wish.ref, by=by.ref, at=at, outcome=outcome.value, tries=tries)
