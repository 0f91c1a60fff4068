"""What a centre's queue came to, day by day: counted while the tickets are there, kept when they are forgotten."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum

from yimen.visits.models import CentreDay, Roll, Ticket
from yimen.visits.rules import Queued


@dataclass(frozen=True)
class Figures:
    """What a day of a queue came to. About the centre: nobody is in it, neither who came nor who sat there."""

    on: date
    given: int = 0
    called: int = 0
    missed: int = 0
    left: int = 0
    waited: int = 0  # seconds, all together
    served: int = 0
    waited_long: int = 0

    @property
    def minutes_waited(self) -> int | None:
        """On average, until a number was first called."""
        return round(self.waited / self.called / 60) if self.called else None

    @property
    def minutes_served(self) -> int | None:
        """On average, at the counters."""
        return round(self.served / self.called / 60) if self.called else None


#: Whoever waits longer than this has waited long.
LONG = timedelta(minutes=30)
SUMS = {
    "given": Count("id"),
    "called": Count("id", filter=Q(waited__isnull=False)),
    "missed": Count("id", filter=Q(state=Queued.MISSED)),
    "left": Count("id", filter=Q(state=Queued.LEFT)),
    "waited_long": Count("id", filter=Q(waited__gt=LONG.seconds)),
    "waited": Sum("waited", default=0),
    "served": Sum("served", default=0),
}


def figures_of(office_id: int, on: date, days: int) -> list[Figures]:
    """Today so far, and the days before it that had any tickets, the latest first; two statements."""
    columns = [name for name in Figures.__dataclass_fields__ if name != "on"]
    today = summed(Ticket.objects.filter(office_id=office_id, on=on))
    earlier = CentreDay.objects.filter(office_id=office_id, on__lt=on, on__gte=on - timedelta(days=days))
    return [Figures(on, **today), *(Figures(**row) for row in earlier.order_by("-on").values("on", *columns))]


def summed(tickets: QuerySet[Ticket]) -> dict[str, int]:
    """What these tickets come to; one statement."""
    return tickets.aggregate(**SUMS)


def fold_days(before: date) -> int:
    """The tickets of earlier days become figures and are gone; says how many. Done again, nothing happens again."""
    total = 0
    days = Ticket.objects.filter(on__lt=before).order_by("on", "office_id").values_list("office_id", "on").distinct()
    for office_id, on in list(days):
        with transaction.atomic():
            tickets = Ticket.objects.filter(office_id=office_id, on=on)
            CentreDay.objects.update_or_create(office_id=office_id, on=on, defaults=summed(tickets))
            total += tickets.delete()[0]
    Roll.objects.filter(on__lt=before).delete()
    return total
