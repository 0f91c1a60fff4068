"""What happens by the clock: one line a thing. The worker does each line once when its time comes."""

from datetime import time, timedelta

from yimen import retention
from yimen.cases.reacting import close_answered, move_reviews_up
from yimen.files.sweep import sweep_orphans
from yimen.kernel.chores import Line
from yimen.mediation.court.reminding import remind
from yimen.mediation.late import end_late
from yimen.meetings.forgetting import end_forgotten
from yimen.privacy.reading import count_reading
from yimen.redraws.verbs.begin_redraws import begin_redraws
from yimen.search.index import complete
from yimen.stats.counting import count_now
from yimen.stats.mediating.counting import count_mediations
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.reacting import climb
from yimen.supervision.rules import ROUND_AT

SCHEDULE: list[Line] = [
    Line("areas whose day has come", begin_redraws, daily_at=time(0, 1)),
    Line("count what is open", count_now, every=timedelta(minutes=10)),
    Line("whom to call back", prepare_calls, daily_at=time(6, 45)),
    Line("end calls that nobody is in", end_forgotten, every=timedelta(minutes=5)),
    Line("see who reads much", count_reading, every=timedelta(minutes=30)),
    Line("reviews that nobody is left for", move_reviews_up, daily_at=time(6, 15)),
    Line("ladder", climb, daily_at=ROUND_AT),
    Line("mediations whose time is over", end_late, daily_at=time(0, 20)),
    Line("agreements that a court may confirm", remind, daily_at=time(7, 0)),
    Line("count mediations", count_mediations, daily_at=time(0, 40)),
    Line("close-answered", close_answered, daily_at=time(3, 0)),
    Line("forget", retention.forget, daily_at=time(3, 30)),
    Line("complete the search index", complete, daily_at=time(4, 30)),
    Line("sweep files without a row", sweep_orphans, daily_at=time(4, 0)),
]
