"""By which servers browsers find each other (STUN), and which pass pictures on where they can't (TURN).

The town's coturn and Yimen share a secret; whoever is in a call gets a user name that holds the second at which it
ends, and as password its keyed hash. (The way is coturn's ``use-auth-secret``, from the draft "A REST API for access
to TURN services", behave-turn-rest-00.) So no list of users is kept, and a password that leaks is worth two hours.
"""

import hmac
import secrets
from base64 import b64encode
from datetime import datetime, timedelta

from django.conf import settings

VALID = timedelta(hours=2)


def passes_on() -> bool:
    """Has the town a server through which pictures and voices go where two browsers can't reach each other?"""
    return bool(settings.YIMEN_TURN)


def servers_for(at: datetime, *, is_hidden: bool = False) -> dict[str, object]:
    """What a browser needs (W3C RTCConfiguration); asked for again when a connection has to be made anew."""
    servers: list[dict[str, object]] = []
    if settings.YIMEN_STUN:
        servers.append({"urls": settings.YIMEN_STUN})
    if settings.YIMEN_TURN:
        name, password = turn_password(settings.YIMEN_TURN_SECRET, at + VALID, secrets.token_hex(4))
        servers.append({"urls": settings.YIMEN_TURN, "username": name, "credential": password})
    is_only = passes_on() and (is_hidden or settings.YIMEN_TURN_ONLY)
    return {"iceServers": servers, "iceTransportPolicy": "relay" if is_only else "all"}


def turn_password(secret: str, until: datetime, whoever: str) -> tuple[str, str]:
    """User name and password, good until then. ``whoever`` is drawn at random: coturn's log tells nobody apart."""
    name = f"{int(until.timestamp())}:{whoever}"
    return name, b64encode(hmac.digest(secret.encode(), name.encode(), "sha1")).decode()
