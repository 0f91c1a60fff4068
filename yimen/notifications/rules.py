"""How letters are worded, kept and sent. Pure: no Django, no clock."""

import re
from collections.abc import Mapping
from datetime import timedelta
from string import Template

from yimen.kernel import receipts

#: Ways that leave the house; a letter of any other way is kept under the receipt only.
SENT_BY = ("email", "sms")
LONGEST_TITLE = 200

#: After a try that the other side certainly did not accept. When the list is at its end, the letter has failed.
TRY_AGAIN_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
#: A worker holds a letter no longer than this; then nobody can know whether it went out, and it is not sent again.
LEASE = timedelta(minutes=10)

_RECEIPT = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}\b")
_COVERED = "•••••-•••••-•••••"


def is_sent(way: str) -> bool:
    """Does a letter of this way leave the house?"""
    return way in SENT_BY


def worded(text: str, params: Mapping[str, object]) -> str:
    """The text with its $places filled. A place without its parameter is a bug of ours: ``KeyError``.

    A receipt that stands in it is covered: who opens the case reads its letters, and of receipts we keep a hash only.
    """
    filled = Template(text).substitute(params)
    return _RECEIPT.sub(lambda found: _COVERED if receipts.read(found[0]) else found[0], filled)


def title_of(text: str, params: Mapping[str, object]) -> str:
    """The title in one line, shortened where somebody's words made it too long."""
    title = " ".join(worded(text, params).split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def places_in(text: str) -> set[str]:
    """The $places of a template's text; ``ValueError`` where a lone $ stands (a dollar sign is written $$)."""
    template = Template(text)
    if not template.is_valid():
        raise ValueError(text)
    return set(template.get_identifiers())


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; nothing when it was the last one."""
    return TRY_AGAIN_AFTER[tries - 1] if tries <= len(TRY_AGAIN_AFTER) else None
