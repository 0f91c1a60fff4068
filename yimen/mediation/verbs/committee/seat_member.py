"""Somebody gets a seat in a committee, for a term."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import Refused, Verdict, gettext_noop, require
from yimen.mediation.committees.rules import Engaged, may_sit
from yimen.mediation.models import Committee, Seat
from yimen.mediation.policies import may_set_up
from yimen.mediation.rules import Kind
from yimen.people.posts import post_facts
from yimen.people.rules import Acting, Operator, Role

NO_POST = gettext_noop("A seat is held from the post of a mediator. Please choose one of the list.")
SITS = gettext_noop("This post has a seat in this committee from this day already.")


@dataclass(frozen=True)
class Term:
    """From which post, as what, from when until when, and what they can do."""

    post_id: int
    from_on: date
    until_on: date
    engaged: Engaged = Engaged.MEMBER
    is_head: bool = False
    languages: tuple[str, ...] = LANGUAGES
    kinds: tuple[Kind, ...] = ()
    studio_id: int | None = None


@transaction.atomic
def seat_member(*, by: Acting | Operator, committee: Committee, term: Term, at: datetime) -> Seat:
    """Three years at most, then again; who holds the post sits there."""
    require(may_set_up(by))
    require(may_sit(term.from_on, term.until_on))
    post = post_facts(term.post_id, term.from_on)
    require(Verdict() if post and post.role is Role.MEDIATOR else Verdict(NO_POST))
    if Seat.objects.filter(committee=committee, post_id=term.post_id, from_on=term.from_on).exists():
        raise Refused(SITS)
    seat = Seat.objects.create(
        committee=committee,
        post_id=term.post_id,
        engaged=term.engaged.value,
        is_head=term.is_head,
        languages=list(term.languages),
        kinds=[kind.value for kind in term.kinds],
        from_on=term.from_on,
        until_on=term.until_on,
        studio_id=term.studio_id,
    )
    record("committee.seated", subject=f"committee:{committee.pk}", by=by.ref, at=at, post=term.post_id)
    return seat


@transaction.atomic
def seat_ends(*, by: Acting | Operator, seat: Seat, on: date, at: datetime) -> None:
    """Before its term; what they mediate now they end, unless a side asks for somebody else."""
    require(may_set_up(by))
    Seat.objects.filter(pk=seat.pk, from_on__lt=on).update(until_on=on)
    record("committee.left_seat", subject=f"committee:{seat.committee_id}", by=by.ref, at=at, post=seat.post_id)
