"""What follows from what happened: journal code → functions that derive something from it.

The worker runs them after the transaction, at least once, so each must be idempotent. What is promised to a person is
not here: it is a direct call inside the verb.
"""

from yimen.cases.reacting import move_dates
from yimen.journal.reacting import Reactions

REACTIONS: Reactions = {
    "calendar.changed": [move_dates],
    "pack.limits_taken": [move_dates],
}
