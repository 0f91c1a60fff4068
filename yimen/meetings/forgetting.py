"""What is kept of calls and why: nothing of what was said in them, and the day after not even that they were."""

from datetime import datetime, timedelta

from django.db.models import Max, Q

from yimen.kernel.clock import day_of, midnight
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.meetings.models import Meeting
from yimen.meetings.steps import forget_words

FORGOTTEN = timedelta(minutes=15)  # nobody's browser has asked for so long: they have all gone
MOST_A_TIME = 500

_ROOM = Field(
    "to bring those together who have a link to a call, and nobody else",
    "the resident's own choice (PIPL art. 13, 1)",
    "nobody; the program",
    "until the night after its day",
)
_KEY = Field(
    "to know the link to a call and the browser that holds it; neither is stored itself",
    "the resident's own choice (PIPL art. 13, 1)",
    "nobody; the program",
    "until the night after its day",
)
_WORDS = Field(
    "to say something to the others in a call without speaking",
    "the resident's own choice (PIPL art. 13, 1)",
    "those who are in the call",
    "until the call ends",
)
_SIGNAL = Field(
    "to let two browsers find each other; has their network addresses in it",
    "needed for the call that the resident asked for (PIPL art. 13, 1)",
    "the browsers of those who are in the call",
    "some seconds; at most until the call ends",
)

INVENTORY: Inventory = {
    "meetings.Meeting": alike("id version subject opened_at until ended_at mark seats_given is_hidden", _ROOM),
    "meetings.Seat": {
        **alike(
            "id version meeting number part is_host state is_held until page moves seen_at since told heard", _ROOM
        ),
        **alike("key_hash browser_hash", _KEY),
    },
    "meetings.Signal": alike("id seat number sent_by content", _SIGNAL),
    "meetings.Line": alike("id meeting number sent_by kind words", _WORDS),
    "meetings.Slide": alike("id meeting number sent_by name type content", _WORDS),
}


def end_forgotten(at: datetime) -> int:
    """Meetings whose time is over, or in which nobody has been for a while although somebody was."""
    seen = Meeting.objects.filter(ended_at=None).annotate(seen=Max("seats__seen_at"))
    over = seen.filter(Q(until__lte=at) | Q(seen__lt=at - FORGOTTEN)).order_by("id")
    gone = list(over.values_list("pk", flat=True)[:MOST_A_TIME])
    if gone:
        forget_words(gone)
        Meeting.objects.filter(pk__in=gone, ended_at=None).update(ended_at=at)
    return len(gone)


def forget_meetings(at: datetime) -> int:
    """Meetings of the days before this one that are over, with their seats."""
    end_forgotten(at)
    return Meeting.objects.filter(opened_at__lt=midnight(day_of(at)), ended_at__isnull=False).delete()[0]


RULES: list[Rule] = [
    Rule(
        "meetings.over",
        "What was typed or shown in a video call is deleted when the call ends, at the latest a quarter of an hour"
        " after the last one has gone; that there was a call is forgotten in the night after its day. Pictures and"
        " voices are never stored.",
        forget_meetings,
    ),
]
