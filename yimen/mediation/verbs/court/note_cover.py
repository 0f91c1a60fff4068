"""What the figures of the justice bureau need, and no text says."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.counted.rules import Amount, Form, may_set_form
from yimen.mediation.models import Mediation
from yimen.mediation.rooms.inside import MediatorIn
from yimen.mediation.rules import State


@transaction.atomic
def note_cover(*, by: MediatorIn, amount: Amount | None = None, form: Form | None = None, at: datetime) -> None:
    """In which band the money lies that it is about, and whether an agreement is written or oral.

    The band stands in clear, as the type does; the sum is in no column. The form stays once the text is being signed,
    because the paper that is signed says it.
    """
    mediation, now = by.mediation, Form.ORAL if by.mediation.is_oral else Form.WRITTEN
    require(may_set_form(State(mediation.state), form or now, now))
    fields = {"amount": amount.value} if amount else {}
    Mediation.objects.change(mediation, is_oral=(form or now) is Form.ORAL, **fields)
    record("mediation.cover_noted", subject=mediation.ref, by=by.ref, at=at, form=(form or now).value, **fields)
