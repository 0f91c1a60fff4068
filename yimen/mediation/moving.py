"""One step in the life of a mediation, and its end: what both sides are told, and what becomes of the case."""

from datetime import datetime

from django.db.models import Case, Value, When

from yimen.cases.rules import State as CaseState
from yimen.cases.verbs import end_mediation
from yimen.kernel.clock import day_of
from yimen.mediation.calls.opening import end_calls
from yimen.mediation.companions.parting import part_with_all
from yimen.mediation.endings import Ending
from yimen.mediation.models import Mediation, Register, Side
from yimen.mediation.queries.sides import forget_invitations
from yimen.mediation.rules import MOVES, Standing, State
from yimen.mediation.sittings.times import withdraw
from yimen.mediation.telling import tell_all
from yimen.people.rules import Clock


def move(mediation: Mediation, verb: str, **fields: object) -> None:
    """Write the step that this verb makes, unless somebody was quicker."""
    state = MOVES[State(mediation.state)][verb]
    Mediation.objects.change(mediation, state=state.value, **fields)


def end(mediation: Mediation, verb: str, ending: Ending, *, at: datetime) -> None:
    """It is over, and with it any call: every side is told so and reads the other roads; the case goes on."""
    was_agreed = mediation.state == State.AGREED
    move(mediation, verb, ended_at=at, ending=ending.value, asks_until=None)
    Side.objects.filter(mediation=mediation).update(invitation_hash=None, standing=_closed())
    forget_invitations(mediation.pk)
    part_with_all(mediation.pk)
    end_calls(mediation.pk, at=at)
    withdraw(mediation)
    tell_all(mediation, "mediation-ended", at=at)
    if not was_agreed:
        give_back(mediation, is_agreed=False, at=at)


def _closed() -> Case:
    """Whoever was in reads it to the end; whoever was only asked is out."""
    return Case(When(standing=Standing.IN, then=Value(Standing.IN)), default=Value(Standing.OUT))


def give_back(mediation: Mediation, *, is_agreed: bool, at: datetime) -> None:
    """The department reads "agreed" or "not agreed", and its clock goes on where it stood.

    A case that its resident has taken back meanwhile stays so; the two sides need no case to talk.
    """
    if mediation.case is not None and mediation.case.state == CaseState.MEDIATING:
        end_mediation(by=Clock(), case=mediation.case, is_agreed=is_agreed, at=at)


def next_number(mediation: Mediation, at: datetime) -> dict[str, int]:
    """The next number of the committee's register in this year; one that was given is never given again."""
    year = day_of(at).year
    first = Register(committee_id=mediation.committee_id, year=year)
    Register.objects.bulk_create([first], ignore_conflicts=True)  # two may be the first of a year at once
    row = Register.objects.select_for_update().get(committee_id=mediation.committee_id, year=year)
    row.given += 1
    row.save(update_fields=["given"])
    return {"year": year, "serial": row.given}
