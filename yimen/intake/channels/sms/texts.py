"""A text message as bytes → what somebody wrote. Its form is JSON, whoever brings it: docs/phone.md."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from hmac import compare_digest

from django.conf import settings

from yimen.intake.channels.mail.languages import language_of
from yimen.intake.channels.mail.understood import receipts_in
from yimen.intake.channels.sms.asks import asked_in
from yimen.intake.reading import Part, Said, Unreadable
from yimen.notifications.reports import note_report

_NUMBER = re.compile(r"\+?[0-9]{5,20}")
MOST_PARTS = 20
_SPACES = re.compile(r"[\s()./-]")


def understood(content: bytes) -> Said:
    """The words and where an answer goes. What no telephone has sent, but a bank or a shop, is never answered."""
    told = _told(content)
    sender, text = _text_of(told, "from"), _text_of(told, "text").strip()
    number = _SPACES.sub("", sender)
    if not _NUMBER.fullmatch(number):
        return Said(words=text, is_automatic=True)
    if part := _part_of(told):  # blanks at its edges stand between two words
        return Said(words=_text_of(told, "text"), number=number, part=part)
    language = language_of(text, settings.LANGUAGE_CODE)
    ask = asked_in(text, language)
    receipts = receipts_in(text) if ask is None else ()
    return Said(words=text, fresh=text, language=language, number=number, receipts=receipts, ask=ask)


def _part_of(told: Mapping[str, object]) -> Part | None:
    number, of, ref = (told.get(name) for name in ("part", "parts", "ref"))
    if not isinstance(number, int) or not isinstance(of, int) or not 1 < of <= MOST_PARTS or not 0 < number <= of:
        return None
    return Part(str(ref)[:40], number, of)


def sameness(content: bytes) -> bytes:
    """The gateway's own name of it makes it the same, and the words with it: some gateways begin to count anew."""
    try:
        told = _told(content)
    except Unreadable:
        return content
    said = [told.get("id") or told.get("at"), *(told.get(name) for name in ("from", "text", "ref", "part"))]
    return json.dumps(said).encode() if said[0] else content


def proves(_content: bytes, query: Mapping[str, str]) -> bool:
    """The address has the secret in it."""
    secret, given = settings.YIMEN_SMS_SECRET, query.get("key", "")
    return bool(secret) and compare_digest(secret.encode(), given.encode())


def answer(_content: bytes, _query: Mapping[str, str], _code: str) -> bytes:
    """The gateway hears that it is here; whoever wrote is answered by a text message of its own."""
    return b"ok"


def reported(content: bytes, at: datetime) -> bool:
    """Is it a report on one that we sent? Then it is noted at its letter, and nothing comes in."""
    try:
        told = _told(content)
    except Unreadable:
        return False
    if "delivered" not in told or "text" in told:
        return False
    note_report(_text_of(told, "id"), arrived=told["delivered"] is True, at=at)
    return True


def written(sender: str, text: str, name: str) -> bytes:
    """The same, for an adapter that fetches texts itself."""
    return json.dumps({"from": sender, "text": text, "id": name}).encode()


def _told(content: bytes) -> dict[str, object]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(told, dict):
        raise Unreadable
    return told


def _text_of(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise Unreadable
    return value
