"""What came in answers a letter of ours, and stands with its case."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.joint.holders import reader_of
from yimen.cases.queries import Case
from yimen.cases.rules import State
from yimen.cases.telling import tell_one
from yimen.cases.verbs import add_words, reply_to_question
from yimen.files.store import Placed
from yimen.intake.models import Arrival
from yimen.intake.rules import Stage
from yimen.intake.sifting import LeftOut, in_lines
from yimen.journal.record import record
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def thread_arrival(
    *, by: Resident, arrival: Arrival, case: Case, said: tuple[str, Sequence[Placed], Sequence[LeftOut]], at: datetime
) -> None:
    """Whoever sent it has proved by a receipt, or by a letter of ours, that the case is theirs.

    Where the office has asked something it is the answer; else it is added. ``said``: words, files, files left out.
    """
    text, placed, left_out = said
    Arrival.objects.change(arrival, stage=Stage.TAKEN.value, why="", content=b"", next_at=None)
    add = reply_to_question if case.state == State.ASKED else add_words
    add(by=by, case=case, text=text, files=placed, at=at)
    if left_out:
        files = partial(in_lines, left_out)  # to whoever sent them, not to those who stand in the case with them
        tell_one(reader_of(case), case, "mail-files-left-out", town=the_town(), at=at, files=files)
    record("arrival.taken", subject=arrival.ref, by=by.ref, at=at, case=case.ref)
