"""A second step that is lost: who may take it away, what goes with it, and what its owner reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from yimen.kernel.clock import day_of
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop, require
from yimen.people.models import Appointment, SignIn, Staff, StepReset
from yimen.people.policies import may_administer, may_set_up
from yimen.people.rules import Acting, Actor, Role
from yimen.people.settled import is_new

LASTS = timedelta(days=3)  # a request that nobody has agreed to by then is over

NOBODY = gettext_noop("Nobody with this user name works here.")
NOT_YOUR_OWN = gettext_noop("Nobody takes away a second step of their own. Two other administrators may do this.")
NO_STEP = gettext_noop("They have no second step, so there is nothing to take away.")
NO_SECOND = gettext_noop(
    "There is no second administrator who could agree. Whoever runs the machine does it: yimen staff second-step NAME"
)
ANOTHER_PERSON = gettext_noop("Another administrator has to agree: not whoever asked, from whichever of their posts.")
TOO_NEW = gettext_noop(
    "Both administrators must have been here for two weeks, with the account, post and password they have now, and "
    "not standing in. Whoever runs the machine does it: yimen staff second-step NAME"
)
WAITS = gettext_noop("This has been asked for already, and waits for another administrator.")
OVER = gettext_noop("This request is over: somebody has agreed to it or taken it back, or three days have gone by.")


@dataclass(frozen=True)
class Waiting:
    """A request that an administrator sees: for whom, since when, and whether they are the one who agrees."""

    id: int
    username: str
    at: datetime
    may_agree: Verdict


def staff_with_step(username: str) -> Staff:
    """Whoever signs in under this name, and has a second step that could be lost."""
    staff = Staff.objects.filter(username=username.strip().lower(), is_active=True).first()
    if staff is None:
        raise Refused(NOBODY)
    if not _steps_of(staff).exists():
        raise Refused(NO_STEP)
    return staff


def may_reset(by: Actor, staff_id: int, paths: Iterable[str]) -> Verdict:
    """An administrator who serves the places of all posts they ever had, as with a new password; never for oneself."""
    if isinstance(by, Acting) and by.staff_id == staff_id:
        return Verdict(NOT_YOUR_OWN)
    return next((no for path in paths if not (no := may_set_up(by, path))), may_administer(by))


def places_of(staff_id: int) -> list[str]:
    """Where they work or worked."""
    return list(
        Appointment.objects.filter(staff=staff_id).values_list("post__office__place__path", flat=True).distinct()
    )


def require_second(paths: list[str], but: Iterable[int], on: date) -> None:
    """Is there another administrator of all these places, so that somebody can agree?"""
    today = Appointment.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    others = today.filter(post__role=Role.ADMINISTRATOR, staff__is_active=True).exclude(staff__in=list(but))
    serves = others.values_list("post__place__path", flat=True)
    if not any(all(path.startswith(place) for path in paths) for place in serves):
        raise Refused(NO_SECOND)


def require_settled(by: Acting, asked_by: int | None, at: datetime) -> None:
    """Are both administrators here for longer than a colleague could have made one of them up for this?

    An account, a post or a password that was given from the desk within two weeks does not count; what the machine
    itself gave does. Nor does whoever only stands in.
    """
    if by.stands_in or any(
        is_new(staff, [Role.ADMINISTRATOR], at) for staff in (by.staff_id, asked_by) if staff is not None
    ):
        raise Refused(TOO_NEW)


def waiting(reset_id: int, at: datetime) -> StepReset:
    """A request that is not over."""
    found = StepReset.objects.filter(pk=reset_id, done_at__isnull=True, at__gt=at - LASTS).first()
    if found is None:
        raise Refused(OVER)
    return found


def waiting_for(by: Acting, at: datetime) -> list[Waiting]:
    """What waits for a second administrator, where this one serves; there are a few."""
    rows = StepReset.objects.filter(done_at__isnull=True, at__gt=at - LASTS).select_related("staff").order_by("id")[:20]
    found = [(row, may_reset(by, row.staff_id, places_of(row.staff_id))) for row in rows]
    return [
        Waiting(row.pk, row.staff.username, row.at, Verdict(ANOTHER_PERSON) if row.asked_by_id == by.staff_id else YES)
        for row, may in found
        if may
    ]


def take_away(staff_id: int) -> int:
    """All steps and sign-ins of theirs are gone; a new step is the first thing they do. Says how many browsers end."""
    _steps_of(Staff(pk=staff_id)).delete()
    Staff.objects.filter(pk=staff_id).update(owes_step=True)
    keys = list(SignIn.objects.filter(staff_id=staff_id).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    SignIn.objects.filter(staff_id=staff_id).delete()
    return len(keys)


def taken_away_on(staff_id: int) -> date | None:
    """When that was done last, for its owner to read."""
    rows = StepReset.objects.filter(staff_id=staff_id, done_at__isnull=False).order_by("-done_at")
    at = rows.values_list("done_at", flat=True).first()
    return day_of(at) if at else None


def step_is_set(staff_id: int) -> None:
    """They have a second step again."""
    Staff.objects.filter(pk=staff_id, owes_step=True).update(owes_step=False)


def _steps_of(staff: Staff) -> QuerySet[Any]:
    """Apps, keys and recovery codes, as the sign-in library keeps them."""
    found: QuerySet[Any] = staff.authenticator_set.all()  # type: ignore[attr-defined] # the library adds it
    return found


def require_reset(by: Actor, staff_id: int) -> list[str]:
    """May they? Says where the member of staff works."""
    paths = places_of(staff_id)
    require(may_reset(by, staff_id, paths))
    return paths
