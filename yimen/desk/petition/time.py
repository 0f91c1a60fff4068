"""More time, asked for and decided on, as the desk offers it."""

from datetime import date

from yimen.cases.verbs.office.ask_for_time import ASKED_ALREADY
from yimen.cases.verbs.office.extend import NO_TERM
from yimen.cases.verbs.supervisor.refuse_time import NOT_ASKED
from yimen.deadlines.terms import may_extend_term
from yimen.desk.opening import Opened
from yimen.kernel.verdict import YES, Verdict

ABOUT_TIME = frozenset({"extend", "ask_for_time", "refuse_time"})


def time_asked(opened: Opened) -> str:
    """Why more time was asked for, as long as the head of the office has not decided; else empty."""
    said = [scene.texts for scene in opened.story.scenes if scene.code == "case.time_asked"]
    return "\n".join(said[-1]) if said and opened.seen.case.asks_time else ""


def may_about_time(opened: Opened, verb: str, on: date) -> Verdict:
    """It is asked for once; refused when it was asked for; given once, while the limit runs and knows an extension."""
    is_asked = opened.seen.case.asks_time
    if verb == "refuse_time":
        return YES if is_asked else Verdict(NOT_ASKED)
    if verb == "ask_for_time" and is_asked:
        return Verdict(ASKED_ALREADY)
    running = [term for term in opened.story.terms if term.stage == "handle" and term.ended_on is None]
    return may_extend_term(running[0], on, editions=opened.town.editions) if running else Verdict(NO_TERM)
