"""A resident answers the office's question."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say
from yimen.deadlines.terms import open_terms, resume_terms
from yimen.files.store import Placed, keep_files
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def reply_to_question(*, by: Resident, case: Case, text: str, files: Sequence[Placed] = (), at: datetime) -> None:
    """It is the office's turn again, and its clock goes on by as many days as it stood still."""
    require(may(by, case, "reply"))
    text = needed(text, LONGEST_REMARK)
    terms = open_terms(case.ref)
    resume_terms(terms, day_of(at), editions=the_town().editions)
    move(case, "reply", terms=terms, at=at)
    say(case, text, kind=Message.Kind.REPLY, about="case.replied", by=by, at=at)
    if files:
        keep_files(subject=case.ref, by=by.ref, placed=files, at=at)
    record("case.replied", subject=case.ref, by=by.ref, at=at, files=len(files))
