"""What follows from what happened: journal code → functions that derive something from it.

The worker runs them after the transaction, at least once, so each must be idempotent. What is promised to a person is
not here: it is a direct call inside the verb.
"""

from collections.abc import Collection

from yimen.cases.reacting import move_dates, move_review_up
from yimen.cases.words import TIMELINE
from yimen.journal.reacting import Reaction, Reactions
from yimen.search.index import index_case
from yimen.stats.weeks import CODES, count_entry
from yimen.supervision.calls.preparing import end_call
from yimen.supervision.reacting import follow, note_unhappy
from yimen.visits.coming import CODES as VISITS
from yimen.visits.coming import count_visit

#: What changes the date of a case, or the office that holds it: it leaves the ladder, or stands there for another.
_LADDER = (
    "accepted answered asked decided due_moved extended handed_over hearing_begun hearing_ended mended passed_up"
    " referred reopened replied returned review_asked review_left reviewed sent_back sorted withdrawn"
).split()
FOLLOWS: tuple[tuple[Reaction, Collection[str]], ...] = (
    (move_dates, ("calendar.changed", "pack.limits_taken")),
    (
        move_review_up,
        [f"case.{code}" for code in ("review_asked", "stood_aside", "recusal_ordered", "recusal_decided")],
    ),
    (follow, [f"case.{code}" for code in _LADDER]),
    (count_entry, CODES),
    (end_call, ("case.rated", "case.reopened", "case.review_asked", "case.closed")),
    (count_visit, VISITS),
    (note_unhappy, ("case.rated", "case.reopened", "case.review_asked", "case.returned")),
    (index_case, TIMELINE),
)
REACTIONS: Reactions = {
    code: [reaction for reaction, codes in FOLLOWS if code in codes] for _, codes in FOLLOWS for code in codes
}
