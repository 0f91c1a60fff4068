"""A resident adds something to a case."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import may_tell_more_now
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say
from yimen.files.store import Placed, keep_files
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def add_words(*, by: Resident, case: Case, text: str, files: Sequence[Placed] = (), at: datetime) -> None:
    """Something the resident forgot to say, or a picture; the office sees it with the case. Not once it is final."""
    require(may_tell_more_now(case, the_town()))
    require(may(by, case, "add"))
    text = needed(text, LONGEST_REMARK)
    move(case, "add", at=at)
    say(case, text, kind=Message.Kind.ADDED, about="case.added", by=by, at=at)
    if files:
        keep_files(subject=case.ref, by=by.ref, placed=files, at=at)
    record("case.added", subject=case.ref, by=by.ref, at=at, files=len(files))
