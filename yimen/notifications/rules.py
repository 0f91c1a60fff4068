"""How letters are worded, kept and sent. Pure: no Django, no clock."""

import re
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from string import Template

from yimen.kernel import receipts
from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Result(StrEnum):
    """What came of a try to send a letter."""

    ACCEPTED = "accepted"
    REFUSED = "refused"  # certainly not accepted: it may be tried again
    UNKNOWN = "unknown"  # perhaps accepted: it must not be tried again
    UNWANTED = "unwanted"  # this number gets no text messages any more; the letter stands under the receipt


#: Ways that leave the house; a letter of any other way is kept under the receipt only.
SENT_BY = ("email", "sms")
ON_PAPER = "post"  # leaves it by hand
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

#: What each letter tells, and so must have in it. The receipt is in none, for a letter may fall into other hands; but
#: in the one that answers a mail: there is no page on which whoever wrote it could read it.
PLACES: dict[str, frozenset[str]] = {
    code: frozenset(places.split())
    for code, places in {
        "case-received": "office telephone due explanation",
        "case-received-by-mail": "office telephone due explanation receipt",
        "case-accepted": "office telephone due explanation",
        "case-referred": "door why door_telephone",
        "case-handed-over": "office telephone from_office reason due explanation",
        "case-sorted": "office telephone category due explanation",
        "case-asked": "office question",
        "case-answered": "office outcome opinion remedies",
        "case-extended": "office due explanation reason",
        "case-closed": "office",
        "case-reopened": "office due explanation",
        "case-returned": "office due explanation reason",
        "case-withdrawn": "office",
        "case-erased": "office",
        "case-due-moved": "due explanation",
        "case-review-asked": "office telephone from_office due explanation",
        "case-hearing-begun": "office telephone due explanation",
        "case-hearing-ended": "office due explanation",
        "case-reviewed": "office finding outcome opinion remedies",
        "case-passed-up": "office telephone from_office due explanation",
        "case-review-left": "office",
        "case-sent-back": "office due explanation opinion",
        "case-decided": "office telephone reason",
        "case-mended": "office telephone kind category due explanation",
        "case-joined": "office telephone count due explanation",
        "case-left": "office",
        "case-recusal-decided": "office reason",
        "case-mediation-offered": "office telephone",
        "case-mediation-ended": "office due explanation",
        "mediation-news": "",
        "mediation-session": "",
        "mediation-agreed": "",
        "mediation-ended": "",
        "mediation-due": "",
        "mediation-court": "until",
        "visit-booked": "office telephone where day time",
        "visit-reminder": "office telephone where day time",
        "case-received-by-sms": "receipt due",
        "sms-standing": "state due",
        "sms-unknown": "",
        "sms-stopped": "",
        "sms-started": "",
        "mail-files-left-out": "files",
        "mail-too-many": "",
    }.items()
}
#: What a letter may have in it besides.
MAY_HAVE: dict[str, frozenset[str]] = {"case-received": frozenset({"receipt_hint"})}
#: Of these the text message says all: they answer one that came, and there is nothing more to read elsewhere.
TEXTED_WHOLE = frozenset({"case-received-by-sms", "sms-standing", "sms-unknown", "sms-stopped", "sms-started"})
LONGEST_BODY = 4_000
NO_PLACE = gettext_noop("This letter has no place “%(name)s”; it may have %(places)s.")
PLACE_MISSING = gettext_noop("The place $%(name)s is missing in this letter.")
TITLE_TELLS_NOTHING = gettext_noop("A title takes no $place.")

_RECEIPT = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}\b")
COVERED = "•••••-•••••-•••••"


def is_sent(way: str) -> bool:
    """Does a letter of this way leave the house?"""
    return way in SENT_BY


def worded(text: str, params: Mapping[str, object]) -> str:
    """The text with its $places filled. A place without its parameter is a bug of ours: ``KeyError``.

    A receipt that stands in it is covered: who opens the case reads its letters, and of receipts we keep a hash only.
    """
    filled = Template(text).substitute(params)
    return _RECEIPT.sub(lambda found: COVERED if receipts.read(found[0]) else found[0], filled)


def with_receipt(body: str, receipt: str) -> str:
    """The body as it leaves the house: the receipt that goes along stands where it was covered."""
    return body.replace(COVERED, receipts.shown(receipt)) if receipt else body


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


def may_be_a_letter(code: str, title: str, body: str) -> Verdict:
    """Does the letter have what it must tell, and nothing that it can't know? Its title stands on locked telephones."""
    if "$" in title:
        return Verdict(TITLE_TELLS_NOTHING)
    may = PLACES[code] | MAY_HAVE.get(code, frozenset())
    used = set()
    for found in Template.pattern.finditer(body):
        if found["escaped"] is not None:
            continue
        name = found["named"] or found["braced"]
        if name not in may:
            shown = f"${name}" if name else body[found.start() :].split(maxsplit=1)[0][:20]
            return Verdict(NO_PLACE, {"name": shown, "places": " ".join(f"${p}" for p in sorted(may))})
        used.add(name)
    missing = sorted(PLACES[code] - used)
    return Verdict(PLACE_MISSING, {"name": missing[0]}) if missing else YES


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; nothing when it was the last one."""
    return TRY_AGAIN_AFTER[tries - 1] if tries <= len(TRY_AGAIN_AFTER) else None
