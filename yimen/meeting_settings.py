"""Calls by video: the part of the settings that says by which servers browsers find each other.

Environment: YIMEN_STUN (``stun:door.example.org:3478``; none: browsers of one network need none), YIMEN_TURN
(``turn:door.example.org:3478?transport=udp,turns:door.example.org:443?transport=tcp``, comma-separated; none),
YIMEN_TURN_SECRET (the file with coturn's ``static-auth-secret``), YIMEN_TURN_ONLY (1: pictures and voices go through
the TURN server in any case, so that nobody in a call learns the network address of another).
"""

from os import environ
from pathlib import Path

YIMEN_STUN = [one for one in (environ.get("YIMEN_STUN") or "").split(",") if one]
YIMEN_TURN = [one for one in (environ.get("YIMEN_TURN") or "").split(",") if one]
_secret = environ.get("YIMEN_TURN_SECRET") or ""
YIMEN_TURN_SECRET = Path(_secret).read_text(encoding="utf-8").strip() if _secret else ""
YIMEN_TURN_ONLY = environ.get("YIMEN_TURN_ONLY") == "1"
