"""New cases, and numbers of queues, are counted for each connection, so that no program fills the town's lists.

The bound is generous: an office, a school, a whole village may share one connection. As with wrong receipts, the
address is kept as a keyed hash of the day, under another key, so that the two tables cannot be laid side by side.
"""

from datetime import datetime
from ipaddress import ip_address

from django.db.models import F

from yimen.kernel.verdict import YES, Verdict
from yimen.privacy.guesses import BY_MAIL, KEPT, hashed, hour_of
from yimen.privacy.models import Sending
from yimen.privacy.rules import may_send_more

CASES = "sendings"


def may_send(address: str, at: datetime) -> Verdict:
    """May one more new case come from here in this hour? One statement."""
    return YES if _tells_nothing(address) else may_send_more(sent_from(address, at))


def sent_from(address: str, at: datetime, purpose: str = CASES) -> int:
    """How many of these have come from here in this hour; one statement."""
    key = {"address": hashed(address, at, purpose), "hour": hour_of(at)}
    return Sending.objects.filter(**key).values_list("count", flat=True).first() or 0


def count_sent(address: str, at: datetime, purpose: str = CASES) -> None:
    """One more has come from here: to be called in the transaction that writes it down."""
    key = {"address": hashed(address, at, purpose), "hour": hour_of(at)}
    if not _tells_nothing(address) and not Sending.objects.filter(**key).update(count=F("count") + 1):
        Sending.objects.bulk_create([Sending(**key, count=0)], ignore_conflicts=True)  # two may come at once
        Sending.objects.filter(**key).update(count=F("count") + 1)


def sweep_sendings(at: datetime) -> int:
    """Forget the counts of more than two days ago; says how many."""
    return Sending.objects.filter(hour__lt=at - KEPT).delete()[0]


def _tells_nothing(address: str) -> bool:
    """Behind a server of our own that we were not told of, everybody seems to come from this machine."""
    try:
        return ip_address(address.strip()).is_loopback
    except ValueError:
        return not address.startswith(BY_MAIL)
