"""A mail server reports that a letter of ours could not be delivered."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.cases.joint.holders import told
from yimen.intake.models import Arrival
from yimen.intake.rules import Stage
from yimen.journal.record import record
from yimen.notifications.reports import came_back
from yimen.people.rules import Clock


@transaction.atomic
def bounce_arrival(*, by: Clock, arrival: Arrival, letters: Sequence[int], at: datetime) -> bool:
    """The letter has failed, and its case says so to both sides. Nobody is looked up: the letter's own mark led here.

    Nothing happens, and it says so, if none of these letters waits for that (a second report of the same one).
    """
    about = [subject for number in letters if (subject := came_back(number))]
    if not about:
        return False
    Arrival.objects.change(arrival, stage=Stage.TAKEN.value, why="", content=b"", next_at=None)
    for subject in dict.fromkeys(about):
        case = told(subject)
        if case:
            record("case.letter_returned", subject=case.ref, by=by.ref, at=at)
    record("arrival.bounced", subject=arrival.ref, by=by.ref, at=at, letters=len(about))
    return True
