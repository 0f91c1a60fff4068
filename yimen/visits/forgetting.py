"""What is kept of queues and why: a number for a day, then figures about the centre."""

from datetime import datetime

from yimen.kernel.clock import day_of, midnight
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.notifications.forgetting import forget_letters_of
from yimen.visits.figures import fold_days
from yimen.visits.models import Booking

MOST_A_NIGHT = 20_000

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

_BOOKING = Field(
    "to keep a time at a centre for whoever booked it, without asking who they are",
    "the resident's own choice (PIPL art. 13, 1)",
    "whoever has its code; the clerks of the centre",
    "until the night after its day",
)
_REMIND = Field(
    "to remind of the visit by the way that was chosen",
    "the resident's own choice (PIPL art. 13, 1)",
    "nobody; the program that sends it",
    "until it is cancelled, at most until the night after its day",
)
_MONTH = Field(
    "to know whether a centre makes people come more than once",
    "about no person and no case",
    "the staff of the centre and those above it",
    "as long as figures are of use",
)

INVENTORY: Inventory = {
    "visits.Errand": alike("id office letter names minutes counters at_once is_open", _ERRAND),
    "visits.Roll": alike("id office on letter given", _TICKET),
    "visits.Ticket": {
        **alike(
            "id version office on letter number language state counter only_counter taken_at called_at calls waited"
            " served",
            _TICKET,
        ),
        "key_hash": _KEY,
    },
    "visits.Booking": {
        **alike("id version office letter begins_at minutes lane state language case", _BOOKING),
        **alike("tell address", _REMIND),
        "receipt_hash": _KEY,
    },
    "visits.VisitMonth": alike("id office month first again", _MONTH),
    "visits.CentreDay": alike("id office on given called missed left waited served waited_long", _DAY),
}


def forget_tickets(at: datetime) -> int:
    """The tickets of the days before this one."""
    return fold_days(day_of(at))


def forget_bookings(at: datetime) -> int:
    """Bookings of earlier days, whatever became of them, and their letters."""
    gone = list(Booking.objects.filter(begins_at__lt=midnight(day_of(at)))[:MOST_A_NIGHT])
    forget_letters_of([booking.ref for booking in gone])
    return Booking.objects.filter(pk__in=[booking.pk for booking in gone]).delete()[0]


RULES: list[Rule] = [
    Rule(
        "visits.bookings", "Booked visits and their letters are deleted in the night after their day.", forget_bookings
    ),
    Rule(
        "visits.tickets",
        "Tickets of a queue are deleted in the night after their day; what stays are figures about the centre.",
        forget_tickets,
    ),
]
