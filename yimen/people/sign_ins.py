"""Where staff are signed in: noted when they do, shown to themselves, and over when they or an administrator say so."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.sessions.models import Session

from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.models import SignIn, Staff

NOBODY = gettext_noop("Nobody with this user name works here.")
NOTED_EVERY = timedelta(minutes=5)  # how exactly "last used" is known; each page would be one write more


@dataclass(frozen=True)
class SignInFacts:
    """One browser, as its owner sees it."""

    id: int
    since: datetime
    used_at: datetime
    device: str  # "phone/Firefox"
    is_this: bool


def note_sign_in(*, staff_id: int, session_key: str, device: str, at: datetime) -> int:
    """Somebody has signed in; the number under which this browser is known from now on."""
    row = SignIn(staff_id=staff_id, session_key=session_key, since=at, used_at=at, device=device[:32])
    row.save(force_insert=True)
    return row.pk


def note_use(pk: int, *, session_key: str, at: datetime) -> None:
    """This browser is in use; its session has perhaps another key than before (a new password gives it one)."""
    SignIn.objects.filter(pk=pk).update(session_key=session_key, used_at=at)


def sign_ins_of(staff_id: int, *, here: str, at: datetime) -> list[SignInFacts]:
    """All browsers in which they are signed in now, the one used last first. There are a few."""
    open_ones = Session.objects.filter(expire_date__gt=at).values("session_key")
    rows = SignIn.objects.filter(staff_id=staff_id, session_key__in=open_ones).order_by("-used_at", "-id")[:50]
    return [SignInFacts(r.pk, r.since, r.used_at, r.device, r.session_key == here) for r in rows]


def staff_id_of(username: str) -> int:
    """Whoever signs in under this name; refused in words if nobody does."""
    found: int | None = Staff.objects.filter(username=username.strip().lower()).values_list("pk", flat=True).first()
    if found is None:
        raise Refused(NOBODY)
    return found


def name_of(staff_id: int) -> str:
    """What somebody who works here is called; nothing of whoever does not."""
    return Staff.objects.filter(pk=staff_id, is_active=True).values_list("name", flat=True).first() or ""


def staff_by_subject(subject: str) -> Staff | None:
    """Whoever an administrator said this is, at the town's own sign-in server."""
    return Staff.objects.filter(subject=subject).first() if subject else None


def ask_second_step(staff_id: int, by_on: date) -> None:
    """From this day on they need a second step; the first such day stays, whatever happens to the step later."""
    Staff.objects.filter(pk=staff_id, second_step_by__isnull=True).update(second_step_by=by_on)
