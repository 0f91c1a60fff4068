"""What an exchange tells, as it comes: JSON with an event, its own name of the call, a line of the desk, a sound.

Pure: no Django, no clock. Whatever else stands in it, the number of whoever calls included, is not read.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error

from yimen.calls.rules import Event, Heard
from yimen.intake.reading import Said, Unreadable

LONGEST_NAME = 200  # characters of the exchange's name of a call
SOUND = "message"  # the file's name; its ending follows from what it is


def heard(content: bytes) -> Heard:
    """The event; :class:`Unreadable` where it is none."""
    told = _told(content)
    event, call, line = told.get("event"), told.get("call"), told.get("line", "")
    if not isinstance(event, str) or event not in set(Event) or not isinstance(call, str) or not isinstance(line, str):
        raise Unreadable
    if not 0 < len(call) <= LONGEST_NAME or not (call + line).isprintable():
        raise Unreadable
    return Heard(Event(event), call, line)


def spoken(content: bytes) -> Said:
    """The message that somebody spoke, as a file for a person to listen to."""
    sound = _told(content).get("sound")
    if not isinstance(sound, str) or not sound:
        raise Unreadable
    try:
        return Said(files=((SOUND, b64decode(sound, validate=True)),), is_spoken=True)
    except (Error, ValueError) as error:
        raise Unreadable from error


def sameness(content: bytes) -> bytes:
    """One call leaves one message: an exchange that is not sure may bring it again."""
    try:
        told = _told(content)
    except Unreadable:
        return content
    return json.dumps([told.get("call"), told.get("sound")]).encode()


def written(call: str, sound: bytes) -> bytes:
    """The same, for an adapter that fetches the sound itself."""
    return json.dumps({"event": Event.RECORDING.value, "call": call, "sound": b64encode(sound).decode()}).encode()


def _told(content: bytes) -> dict[str, object]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(told, dict):
        raise Unreadable
    return told
