"""A centre gets one more counter."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Counter, Office
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor

ONLY_CENTRES = gettext_noop("Only a centre has counters.")
MOST_COUNTERS = 60
NO_SUCH_NUMBER = gettext_noop("A counter has a number from 1 to %(most)s.")


@transaction.atomic
def set_up_counter(*, by: Actor, office: str, number: int, names: dict[str, str], at: datetime) -> None:
    """The counter with this number in this centre (code), or another name for one that is there."""
    centre = Office.objects.filter(code=office, kind=Office.Kind.CENTRE).select_related("place").first()
    if centre is None:
        raise Refused(ONLY_CENTRES)
    require(may_set_up(by, centre.place.path))
    if not 1 <= number <= MOST_COUNTERS:
        raise Refused(NO_SUCH_NUMBER, most=MOST_COUNTERS)
    said = {language: name for language, name in names.items() if name}
    Counter.objects.update_or_create(office=centre, number=number, defaults={"names": said})
    new_edition("people")
    record("counter.set_up", subject=f"office:{centre.pk}", by=by.ref, at=at, number=number)
