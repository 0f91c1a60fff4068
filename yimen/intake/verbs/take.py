"""What came in becomes a case."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.cases.submission import Submission
from yimen.cases.telling import tell
from yimen.cases.verbs import Receipt, submit_case
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.policies import may_open_arrivals
from yimen.intake.rules import Stage
from yimen.intake.sifting import LeftOut, in_lines
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting, Clock
from yimen.privacy.looks import note_look
from yimen.privacy.rules import ARRIVAL
from yimen.routing.town import the_town


@transaction.atomic
def take_arrival(
    *, by: Acting | Clock, arrival: Arrival, sent: Submission, left_out: Sequence[LeftOut] = (), at: datetime
) -> Receipt:
    """By the clock, or by a clerk's hand where it was held. Its time runs from the day on which it came.

    With the case, what came is overwritten: all of it stands there now. A clerk who read it before is shown to the
    resident like any other look.
    """
    town = the_town()
    if isinstance(by, Acting):
        require(may_open_arrivals(by, town))
    Arrival.objects.change(arrival, stage=Stage.TAKEN.value, why="", content=b"", next_at=None)
    receipt = submit_case(by=NEWCOMER, sent=sent, at=arrival.at, town=town)
    if isinstance(by, Acting):
        note_look(subject=receipt.case.ref, acting=by, purpose=ARRIVAL, at=at)
    if left_out:
        tell(receipt.case, "mail-files-left-out", town=town, at=at, files=in_lines(left_out, sent.language))
    record("arrival.taken", subject=arrival.ref, by=by.ref, at=at, case=receipt.case.ref)
    return receipt
