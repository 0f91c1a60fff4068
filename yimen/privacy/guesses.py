"""Wrong receipts are counted, so that nobody can guess one; right ones leave no trace.

The address is kept as a keyed hash that is another one every day, and for two days at most: it tells whether the
same address goes on guessing, and neither whose it is nor that it was here yesterday.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

from django.db.models import F, Q, Sum

from yimen.kernel.clock import day_of
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Verdict
from yimen.privacy.models import Guess
from yimen.privacy.rules import may_try

KEPT = timedelta(days=2)
BY_MAIL = "mail:"  # before where a mail says that it comes from: anybody may write another one there
_HOUSEHOLD = 64  # bits of an IPv6 address that belong to the connection; the rest a device chooses itself


def may_guess(address: str, at: datetime) -> Verdict:
    """May this network address try a receipt now? One statement, to be asked before the receipt is looked up."""
    mine = Sum("count", filter=Q(address=hashed(address, at)), default=0)
    counts = Guess.objects.filter(hour=hour_of(at)).aggregate(mine=mine, all=Sum("count", default=0))
    return may_try(counts["mine"], counts["all"])


def count_wrong(address: str, at: datetime) -> None:
    """A well-formed receipt that does not exist came from this address. Each statement is atomic on any database."""
    key = {"address": hashed(address, at), "hour": hour_of(at)}
    if not _counted(key):
        Guess.objects.bulk_create([Guess(**key, count=0)], ignore_conflicts=True)  # two may come at once
        _counted(key)


def sweep_guesses(at: datetime) -> int:
    """Forget the counts of more than two days ago; says how many."""
    return Guess.objects.filter(hour__lt=at - KEPT).delete()[0]


def hashed(address: str, at: datetime, purpose: str = "guesses") -> bytes:
    """What is kept of an address: sixteen bytes that mean nothing without the key, and nothing after the day."""
    return hmac.digest(derived_key(purpose), f"{day_of(at)} {connection_of(address)}".encode(), sha256)[:16]


def _counted(key: dict[str, object]) -> int:
    return Guess.objects.filter(**key).update(count=F("count") + 1)


def hour_of(at: datetime) -> datetime:
    """The hour in which things are counted together."""
    return at.replace(minute=0, second=0, microsecond=0)


def connection_of(address: str) -> str:
    """The connection that an address belongs to: a telephone on IPv6 has more addresses than one can count."""
    try:
        found = ip_address(address.strip())
    except ValueError:
        return address if address.startswith(("post:", BY_MAIL)) else "unknown"
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, _HOUSEHOLD), strict=False))
    return str(found)
