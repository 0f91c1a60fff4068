"""What Asterisk tells by its REST interface (ARI), understood. Pure: no Django, no clock.

Of the events only these are read: ``Dial``, whose peer is the telephone at the desk that is called; the end of that
peer's channel; and recordings whose name begins with ``yimen``. The caller's channel, where the number stands, is not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from yimen.calls.rules import Event, Heard
from yimen.kernel.verdict import Refused, gettext_noop

OURS = "yimen"  # how the name of a recording begins that is a message; others are none of our business
NO_ARI = gettext_noop("This is no address of Asterisk. Write it like https://user:password@host:8089/?app=yimen")
_PORTS = {"http": 8088, "https": 8089}
_LINE = re.compile(r"[^/]+/(.+?)-[0-9a-f]+(?:;\d)?")  # "PJSIP/201-0000002f"
_RINGS = frozenset({"", "RINGING", "PROGRESS"})


@dataclass(frozen=True)
class Spoken:
    """A recording that lies in Asterisk, by its name there."""

    name: str


@dataclass(frozen=True)
class Exchange:
    """Where Asterisk is, and who asks it."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    app: str

    @property
    def base(self) -> str:
        """Where its REST interface begins."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}/ari"

    @property
    def events(self) -> str:
        """Where it tells its events; of all calls, whoever answers them."""
        asked = urlencode({"app": self.app, "subscribeAll": "true"})
        return f"{self.base.replace('http', 'ws', 1)}/events?{asked}"

    def recording(self, name: str) -> str:
        """Where a recording lies."""
        return f"{self.base}/recordings/stored/{quote(name, safe='')}"

    def live(self, name: str) -> str:
        """Where a recording is while an application makes it."""
        return f"{self.base}/recordings/live/{quote(name, safe='')}"

    def channel(self, call: str) -> str:
        """Where a call is while it goes on."""
        return f"{self.base}/channels/{quote(call, safe='')}"


def exchange_in(setting: str) -> Exchange:
    """What YIMEN_ARI says; refused in words if it says nothing."""
    try:
        parts = urlsplit(setting)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise Refused(NO_ARI) from None
    if parts.scheme not in _PORTS or not parts.hostname or not parts.username:
        raise Refused(NO_ARI)
    app = parse_qs(parts.query).get("app", ["yimen"])[0]
    return Exchange(parts.scheme, parts.hostname, port, unquote(parts.username), unquote(parts.password or ""), app)


def understood(told: Mapping[str, Any]) -> Heard | Spoken | None:
    """What an event means to the desk; nothing for the many others."""
    kind = told.get("type")
    if kind == "Dial":
        return _dialled(told.get("peer") or {}, str(told.get("dialstatus", "")))
    if kind == "ChannelDestroyed":
        call = str((told.get("channel") or {}).get("id", ""))
        return Heard(Event.ENDED, call) if call else None
    if kind == "RecordingFinished":
        name = str((told.get("recording") or {}).get("name", ""))
        return Spoken(name) if name.startswith(OURS) else None
    return None


def _dialled(peer: Mapping[str, Any], status: str) -> Heard | None:
    call, line = str(peer.get("id", "")), line_of(str(peer.get("name", "")))
    if not call or not line:
        return None
    if status in _RINGS:
        return Heard(Event.RINGING, call, line)
    return Heard(Event.ANSWERED, call, line) if status == "ANSWER" else Heard(Event.ENDED, call)


def message_of(call: str) -> str:
    """What the message is called that a dialplan records in this call."""
    return f"{OURS}-{call}"


def call_of(name: str) -> str:
    """The call in which a message with this name was spoken."""
    return name.removeprefix(f"{OURS}-")


def line_of(channel: str) -> str:
    """The telephone in the name of a channel: "201" of "PJSIP/201-0000002f"; a "Local/…" is none."""
    found = _LINE.fullmatch(channel)
    return found[1] if found and not channel.startswith("Local/") else ""
