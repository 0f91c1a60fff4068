"""An administrator says what a centre's counters serve."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Actor
from yimen.routing.town import Town
from yimen.visits.models import Errand
from yimen.visits.policies import may_change_errands
from yimen.visits.queries import EDITION, counters_of
from yimen.visits.rules import MOST_ERRANDS, may_be_an_errand
from yimen.visits.rules import Errand as Wanted
from yimen.visits.verbs.call_next import NO_COUNTER

TOO_MANY = gettext_noop("A centre has up to %(most)s errands: more buttons nobody reads.")


@transaction.atomic
def set_up_errand(*, by: Actor, office_id: int, errand: Wanted, town: Town, at: datetime) -> None:
    """What this letter stands for, how long it takes, and which counters serve it. Anew for a letter that is there."""
    require(may_change_errands(by, office_id, town))
    require(may_be_an_errand(errand))
    unknown = set(errand.counters) - {one.number for one in counters_of(office_id, town)}
    if unknown:
        raise Refused(NO_COUNTER, number=min(unknown))
    others = Errand.objects.filter(office_id=office_id, is_open=True).exclude(letter=errand.letter)
    if others.count() >= MOST_ERRANDS:
        raise Refused(TOO_MANY, most=MOST_ERRANDS)
    names = {language: name for language, name in errand.names.items() if name}
    shown = {
        "names": names, "minutes": errand.minutes, "counters": list(errand.counters), "at_once": errand.at_once,
        "is_open": True,
    }  # fmt: skip
    Errand.objects.update_or_create(office_id=office_id, letter=errand.letter, defaults=shown)
    new_edition(EDITION)
    record("errand.set_up", subject=f"office:{office_id}", by=by.ref, at=at, letter=errand.letter)


@transaction.atomic
def close_errand(*, by: Actor, office_id: int, letter: str, town: Town, at: datetime) -> None:
    """No more numbers are given for it; those that wait are still called."""
    require(may_change_errands(by, office_id, town))
    Errand.objects.filter(office_id=office_id, letter=letter).update(is_open=False)
    new_edition(EDITION)
    record("errand.closed", subject=f"office:{office_id}", by=by.ref, at=at, letter=letter)
