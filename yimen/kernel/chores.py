"""What the clock does: each line of the schedule is done once when its time comes, however many workers there are."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils.timezone import get_current_timezone, localtime

from yimen.kernel.models import Chore

log = logging.getLogger(__name__)

#: A worker that took a line and died holds it no longer than this; then another one does it (all lines are
#: idempotent). It is also the pause after a line has failed.
LEASE = timedelta(minutes=15)


@dataclass(frozen=True)
class Line:
    """One line of the schedule: a name, a function that is given the time, and either a rhythm or an hour of day."""

    name: str
    does: Callable[[datetime], object]
    every: timedelta | None = None
    daily_at: time | None = None  # in the town's own time

    def next_after(self, at: datetime) -> datetime:
        """When this line is due next."""
        if self.every:
            return at + self.every
        if self.daily_at is None:
            msg = f"The line {self.name!r} of the schedule says neither every … nor daily_at …"
            raise ValueError(msg)
        here = localtime(at)
        today = datetime.combine(here.date(), self.daily_at, get_current_timezone())
        return today if today > at else today + timedelta(days=1)


def do_what_is_due(schedule: Iterable[Line], at: datetime) -> int:
    """Do every line whose time has come and that no other worker has taken; says how many were done.

    A new line is first done at once if it has a rhythm, at its hour if it has one. A line that fails is logged and
    tried again when its lease has run out.
    """
    lines = {line.name: line for line in schedule}
    known = {chore.name: chore for chore in Chore.objects.filter(name__in=lines)}
    for name in lines.keys() - known.keys():
        first = at if lines[name].every else lines[name].next_after(at)
        known[name], _ = Chore.objects.get_or_create(name=name, defaults={"due_at": first})
    return sum(_done(lines[name], chore, at) for name, chore in known.items() if chore.due_at <= at)


def _done(line: Line, seen: Chore, at: datetime) -> bool:
    free = Q(taken_until__isnull=True) | Q(taken_until__lte=at)
    mine = Chore.objects.filter(free, name=line.name, due_at=seen.due_at).update(taken_until=at + LEASE)
    if not mine:
        return False
    try:
        line.does(at)
    except Exception:
        log.exception("The scheduled %s failed; it is tried again in %s", line.name, LEASE)
        return False
    Chore.objects.filter(name=line.name, taken_until=at + LEASE).update(due_at=line.next_after(at), taken_until=None)
    return True
