"""What is kept of letters, why, and until when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.notifications.carriers import SMS_OUTBOX
from yimen.notifications.models import Letter
from yimen.notifications.silence import forget_silence

_PACK = Field("to word letters", "about no person", "everybody", "as long as it is used")
_DUTY = "the duty to tell the resident (信访工作条例 arts. 22, 32)"
_SEEN = "the resident; the office that holds the case, after its look is noted"
_CASE = "as long as the case"
_SILENCE = Field(
    "to send no text messages to a telephone that wants none",
    "the resident's own choice (PIPL art. 15)",
    "nobody; the program",
    "until it wants them again, at most three years",
)

INVENTORY: Inventory = {
    "notifications.Template": alike("id code language title body", _PACK),
    "notifications.Letter": {
        **alike("id subject code language", Field("to show the letter with its case", _DUTY, _SEEN, _CASE)),
        **alike("title body at", Field("to be able to show what the resident was told, and when", _DUTY, _SEEN, _CASE)),
        **alike(
            "way state sent_at arrived_at to_post_at", Field("to show whether and how it was sent", _DUTY, _SEEN, _CASE)
        ),
        "address": Field(
            "to send the letter the way the resident chose",
            "the resident's consent",
            "nobody; the program that sends it",
            "until the letter is sent or given up, at most a day, or is in the post; then it is overwritten",
        ),
        "receipt": Field(
            "to send the receipt to whoever brought the case by mail, and so has no page to read it on",
            _DUTY,
            "nobody; the program that sends it",
            "until the letter is sent or given up, at most a day; then it is overwritten",
        ),
        "answers": Field(
            "to let mail programs show a mail and its answer as one",
            _DUTY,
            "nobody; the program that sends it",
            "until the letter is sent or given up, at most a day; then it is overwritten",
        ),
        **alike(
            "tries next_at claimed_at",
            Field("to send it once, and to try again when the other side is away", _DUTY, "nobody; the program", _CASE),
        ),
    },
    "notifications.Silence": alike("id since_at number_hash", _SILENCE),
}

#: Long enough to carry out by hand what stands in a local outbox.
OUTBOX_KEPT = timedelta(days=7)


def forget_outbox(at: datetime) -> int:
    """Letters that a local outbox wrote to the disk, address and words in clear; says how many files are no more."""
    count, until = 0, (at - OUTBOX_KEPT).timestamp()
    for folder in (settings.EMAIL_FILE_PATH, settings.HOME / SMS_OUTBOX):
        for letter in Path(folder).glob("*"):
            if letter.is_file() and letter.stat().st_mtime < until:
                letter.unlink(missing_ok=True)
                count += 1
    return count


#: In the database, addresses are overwritten by the sending itself; letters go with their case.
RULES: list[Rule] = [
    Rule("notifications.outbox", "Letters put down in the local outbox are deleted after seven days.", forget_outbox),
    Rule(
        "notifications.silence",
        "That a telephone wants no text messages is forgotten after three years, when the number may be another one's.",
        forget_silence,
    ),
]


def forget_letters_of(subjects: Sequence[str]) -> int:
    """Remove all letters of these subjects; says how many. Their cases decide when."""
    count, _ = Letter.objects.filter(subject__in=subjects).delete()
    return count
