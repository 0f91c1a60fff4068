"""Somebody asks to take cases out in a file."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.cases.copies.office import numbers_of
from yimen.exports.models import Export
from yimen.exports.policies import may_ask
from yimen.exports.rules import LONGEST_WHY, MOST_CASES, may_be_asked
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.people.seats import one_at_a_time
from yimen.privacy.rules import SAY_WHY, TAKING_OUT
from yimen.routing.town import the_town


@dataclass(frozen=True)
class Wish:
    """What is to be taken out, and why."""

    purpose: str  # of privacy.rules.TAKING_OUT; the residents read it
    why: str  # for the second person
    category: str = ""
    is_open: bool = True  # or those that have ended
    with_contacts: bool = False


@transaction.atomic
def ask_export(*, by: Acting, wish: Wish, at: datetime) -> int:
    """The cases are chosen now, and another person is to agree. Refused if they are many, or asked for often."""
    require(may_ask(by))
    why = needed(wish.why, LONGEST_WHY)
    if wish.purpose not in TAKING_OUT:
        raise Refused(SAY_WHY)
    one_at_a_time(by.office_id)
    found = numbers_of(by, the_town(), category=wish.category, is_open=wish.is_open, most=MOST_CASES + 1)
    today = [asked for asked in _asked_by(by.office_id) if day_of(asked) == day_of(at)]
    require(may_be_asked(len(found), len(today)))
    export = Export(
        at=at,
        office_id=by.office_id,
        post_id=by.post_id,
        staff_id=by.staff_id,
        purpose=wish.purpose,
        why=why,
        with_contacts=wish.with_contacts,
        cases=found,
    )
    export.save(force_insert=True)
    record("export.asked", subject=export.ref, by=by.ref, at=at, office=by.office_id, cases=len(found))
    return export.pk


def _asked_by(office_id: int) -> list[datetime]:
    """When this office asked last."""
    return list(Export.objects.filter(office_id=office_id).order_by("-id").values_list("at", flat=True)[:10])
