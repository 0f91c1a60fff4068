"""What becomes of what comes in by a channel before it is a case. Pure: no Django, no clock."""

from datetime import timedelta
from enum import StrEnum

from yimen.kernel.verdict import gettext_noop


class Stage(StrEnum):
    """How far it is."""

    WAITING = "waiting"  # for the worker
    TAKEN = "taken"  # it is a case, or stands with one
    HELD = "held"  # a clerk has to look
    ASIDE = "aside"  # a program wrote it; a clerk may look
    DISCARDED = "discarded"


class Why(StrEnum):
    """Why something is held for a clerk."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NO_ADDRESS = "no_address"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    ENDED = "ended"
    REFUSED = "refused"
    AUTOMATIC = "automatic"
    SPOKEN = "spoken"


#: The same in words, for the clerk.
WHY = {
    Why.UNREADABLE: gettext_noop("It is damaged, or made so that no program can read it."),
    Why.EMPTY: gettext_noop("Nothing is written in it, and nothing is attached."),
    Why.NO_ADDRESS: gettext_noop("It does not say where an answer can go."),
    Why.TOO_LARGE: gettext_noop("It is too large. Only its beginning is here; the rest lies in the mailbox."),
    Why.TOO_MANY: gettext_noop("Very many came from this address within an hour."),
    Why.ENDED: gettext_noop("It belongs to a case that has ended, and to which nothing can be added."),
    Why.REFUSED: gettext_noop("The town’s own rules refused it as a case."),
    Why.AUTOMATIC: gettext_noop("A program wrote it: an absence notice, a failed delivery, a list."),
    Why.SPOKEN: gettext_noop("Somebody spoke it on the telephone. Please listen, and type what they say."),
}

LARGEST = 36 * 1024 * 1024  # bytes; 25 MB of files take a third more in a mail
#: Of a larger one so much is fetched, for the clerk to see who wrote about what.
BEGINNING = 64 * 1024
MOST_TRIES = 3  # then a clerk looks
#: A worker that dies over one lets go of it then; another try comes no earlier.
LEASE = timedelta(minutes=5)

LONGEST_REASON = 500

SEEN_KEPT = timedelta(days=90)  # by what a mail is known again; mail servers try for five days
AUTOMATIC_KEPT = timedelta(days=14)
HELD_KEPT = timedelta(days=365)
