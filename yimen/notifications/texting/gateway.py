"""A gateway for text messages: each is one request in JSON, as docs/phone.md says."""

import json
import logging
from base64 import b64encode
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import unquote, urlsplit

from django.conf import settings

from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter
from yimen.notifications.rules import Result

log = logging.getLogger(__name__)
PATIENCE = 20  # seconds
BUSY = frozenset({429, 503})  # certainly not taken: it may be tried again


def to_gateway(letter: Letter, text: str) -> Result:
    """Accepted where it answers 2xx, refused for sure where it says no; whatever else happens, nobody knows."""
    parts = urlsplit(settings.YIMEN_SMS_GATEWAY)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        log.warning("YIMEN_SMS_GATEWAY is no address")
        return Result.REFUSED
    line = (HTTPSConnection if parts.scheme == "https" else HTTPConnection)(
        parts.hostname, parts.port, timeout=PATIENCE
    )
    try:
        line.connect()
    except OSError as error:
        log.warning("The gateway for text messages is away: %s", type(error).__name__)
        return Result.REFUSED
    said = {"to": letter.address, "text": text, "id": mark_of(letter.pk), "language": letter.language}
    head = {"Content-Type": "application/json"}
    if parts.username:
        who = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        head["Authorization"] = f"Basic {b64encode(who.encode()).decode()}"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line.request("POST", path, json.dumps(said, ensure_ascii=False).encode(), head)
        return _meant(line.getresponse().status, letter)
    except (OSError, HTTPException) as error:
        log.warning("Letter %s: nobody knows whether the gateway has it: %s", letter.pk, type(error).__name__)
        return Result.UNKNOWN
    finally:
        line.close()


def _meant(status: int, letter: Letter) -> Result:
    if status // 100 == 2:
        return Result.ACCEPTED
    log.warning("Letter %s: the gateway answered %s", letter.pk, status)
    return Result.REFUSED if status // 100 == 4 or status in BUSY else Result.UNKNOWN
