"""A resident says that their case is about the same thing as one that is here already."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.same.rules import NOT_HERE
from yimen.cases.same.too import VERB, is_here, may_say_me_too
from yimen.journal.record import record
from yimen.kernel.verdict import YES, Verdict, require
from yimen.people.rules import Acting, Resident
from yimen.routing.town import the_town


@transaction.atomic
def say_me_too(*, by: Resident | Acting, case: Case, other: int, at: datetime) -> None:
    """Nothing follows by itself: the office reads it and decides whether it links the two.

    At the counter or in a call the clerk who took the case in writes it down, if the resident says so. The case keeps
    its receipt, words, dates and letters, and nobody who stands in the other one learns of it.
    """
    require(may_say_me_too(by, case, the_town()))
    require(YES if is_here(case, other) else Verdict(NOT_HERE))
    move(case, VERB, at=at, says_same_id=other)
    record("case.me_too_said", subject=case.ref, by=by.ref, at=at, office=case.office_id, same=other)
