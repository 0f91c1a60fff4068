"""What follows from what happened: journal code → functions that derive something from it.

The worker runs them after the transaction, at least once, so each must be idempotent. What is promised to a person is
not here: it is a direct call inside the verb.
"""

from yimen.cases.reacting import move_dates
from yimen.journal.reacting import Reactions
from yimen.supervision.reacting import follow

#: What changes the date of a case, or the office that holds it: it leaves the ladder, or stands there for another.
_LADDER = (
    "accepted answered asked decided due_moved extended handed_over referred reopened replied sorted withdrawn"
).split()

REACTIONS: Reactions = {
    **{f"case.{code}": [follow] for code in _LADDER},
    "calendar.changed": [move_dates],
    "pack.limits_taken": [move_dates],
}
