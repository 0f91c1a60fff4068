"""What is kept of queues and why: a number for a day, then figures about the centre."""

from datetime import datetime

from yimen.kernel.clock import day_of
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.visits.figures import fold_days

_ERRAND = Field("to say what a centre's counters serve", "about no person", "everybody", "as long as the centre has it")
_TICKET = Field(
    "to call those who wait at a centre in their order, without asking who they are",
    "duty to receive visits (信访工作条例 art. 18)",
    "whoever has its link; the clerks of the centre; its number and counter: everybody at the centre",
    "until the night after its day",
)
_KEY = Field(
    "to open a ticket by its link, which itself is not stored", "about no person", "nobody; the program", "a day"
)
_DAY = Field(
    "to know how long people wait at a centre, and to staff it",
    "about no person",
    "the staff of the centre and those above it",
    "as long as figures are of use",
)

_MONTH = Field(
    "to know whether a centre makes people come more than once",
    "about no person and no case",
    "the staff of the centre and those above it",
    "as long as figures are of use",
)

INVENTORY: Inventory = {
    "visits.Errand": alike("id office letter names minutes counters is_open", _ERRAND),
    "visits.Roll": alike("id office on letter given", _TICKET),
    "visits.Ticket": {
        **alike(
            "id version office on letter number language state counter only_counter taken_at called_at calls waited"
            " served",
            _TICKET,
        ),
        "key_hash": _KEY,
    },
    "visits.VisitMonth": alike("id office month first again", _MONTH),
    "visits.CentreDay": alike("id office on given called missed left waited served waited_long", _DAY),
}


def forget_tickets(at: datetime) -> int:
    """The tickets of the days before this one."""
    return fold_days(day_of(at))


RULES: list[Rule] = [
    Rule(
        "visits.tickets",
        "Tickets of a queue are deleted in the night after their day; what stays are figures about the centre.",
        forget_tickets,
    ),
]
