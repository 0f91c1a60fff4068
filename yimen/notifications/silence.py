"""Numbers that want no text messages: kept as keyed hashes, until they want them again."""

import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha256

from yimen.kernel.seal import derived_key
from yimen.notifications.models import Silence

KEPT = timedelta(days=3 * 365)  # by then a number has often gone to somebody else
#: With and without the country before it, a number is the same.
_DIGITS = 11


def is_silenced(number: str) -> bool:
    """Does this telephone want no text messages? One statement."""
    return Silence.objects.filter(number_hash=_hashed(number)).exists()


def silence(number: str, at: datetime) -> bool:
    """From now on; says whether that is new."""
    made = [] if is_silenced(number) else [Silence(number_hash=_hashed(number), since_at=at)]
    return bool(Silence.objects.bulk_create(made, ignore_conflicts=True))


def end_silence(number: str) -> bool:
    """Text messages again; says whether there was anything to end."""
    return bool(Silence.objects.filter(number_hash=_hashed(number)).delete()[0])


def forget_silence(at: datetime) -> int:
    """After three years the number may be another person's, who has never said so."""
    return Silence.objects.filter(since_at__lt=at - KEPT).delete()[0]


def _hashed(number: str) -> bytes:
    digits = re.sub(r"\D", "", number)[-_DIGITS:]
    return hmac.digest(derived_key("silence"), digits.encode(), sha256)
