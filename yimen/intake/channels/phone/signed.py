"""How an exchange proves itself: ``Yimen-Signature: t=<seconds>,v1=<hex>``, HMAC-SHA256 over time, a dot, and the body.

Pure: no Django, no clock. What was signed more than five minutes ago, or ahead, is refused; what comes again within
them changes nothing, because an event happens once and a message is known by its digest.
"""

import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha256

HEADER = "Yimen-Signature"
MAY_DIFFER = timedelta(minutes=5)  # between the clocks of two machines
_FORM = re.compile(r"t=(\d{1,12}),v1=([0-9a-f]{64})", re.ASCII)


def signature(content: bytes, secret: str, at: datetime) -> str:
    """What whoever holds the secret sends along."""
    moment = str(int(at.timestamp()))
    return f"t={moment},v1={_mark(content, secret, moment)}"


def proves(content: bytes, given: str, secret: str, at: datetime) -> bool:
    """Is it really the town's exchange, now?"""
    found = _FORM.fullmatch(given.strip())
    if not secret or found is None:
        return False
    is_now = abs(at.timestamp() - int(found[1])) <= MAY_DIFFER.total_seconds()
    return hmac.compare_digest(_mark(content, secret, found[1]), found[2]) and is_now


def _mark(content: bytes, secret: str, moment: str) -> str:
    return hmac.new(secret.encode(), moment.encode() + b"." + content, sha256).hexdigest()
