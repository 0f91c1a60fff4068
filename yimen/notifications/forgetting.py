"""What is kept of letters, why, and until when."""

from collections.abc import Sequence

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.notifications.models import Letter

_PACK = Field("to word letters", "about no person", "everybody", "as long as it is used")
_DUTY = "the duty to tell the resident (信访工作条例 arts. 22, 32)"
_SEEN = "the resident; the office that holds the case, after its look is noted"
_CASE = "as long as the case"

INVENTORY: Inventory = {
    "notifications.Template": alike("id code language title body", _PACK),
    "notifications.Letter": {
        **alike("id subject code language", Field("to show the letter with its case", _DUTY, _SEEN, _CASE)),
        **alike("title body at", Field("to be able to show what the resident was told, and when", _DUTY, _SEEN, _CASE)),
        **alike("way state sent_at", Field("to show whether and how it was sent", _DUTY, _SEEN, _CASE)),
        "address": Field(
            "to send the letter the way the resident chose",
            "the resident's consent",
            "nobody; the program that sends it",
            "until the letter is sent or given up, at most a day; then it is overwritten",
        ),
        **alike(
            "tries next_at claimed_at",
            Field("to send it once, and to try again when the other side is away", _DUTY, "nobody; the program", _CASE),
        ),
    },
}

#: Addresses are overwritten by the sending itself; letters go with their case.
RULES: list[Rule] = []


def forget_letters_of(subjects: Sequence[str]) -> int:
    """Remove all letters of these subjects; says how many. Their cases decide when."""
    count, _ = Letter.objects.filter(subject__in=subjects).delete()
    return count
