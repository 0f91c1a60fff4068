"""What can happen in the queue of a centre."""

from yimen.visits.verbs.book_visit import Made, Wanted, book_visit
from yimen.visits.verbs.call_again import call_again
from yimen.visits.verbs.call_next import call_next
from yimen.visits.verbs.cancel_visit import cancel_visit
from yimen.visits.verbs.finish_ticket import finish_ticket
from yimen.visits.verbs.leave_queue import leave_queue
from yimen.visits.verbs.miss_ticket import miss_ticket
from yimen.visits.verbs.move_visit import move_visit
from yimen.visits.verbs.note_visit import note_visit
from yimen.visits.verbs.receive_visit import receive_visit
from yimen.visits.verbs.send_on import send_on
from yimen.visits.verbs.set_up_errand import close_errand, set_up_errand
from yimen.visits.verbs.take_ticket import Taken, Wish, take_ticket

__all__ = [
    "Made",
    "Taken",
    "Wanted",
    "Wish",
    "book_visit",
    "call_again",
    "call_next",
    "cancel_visit",
    "close_errand",
    "finish_ticket",
    "leave_queue",
    "miss_ticket",
    "move_visit",
    "note_visit",
    "receive_visit",
    "send_on",
    "set_up_errand",
    "take_ticket",
]
