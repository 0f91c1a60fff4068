"""What a supervisor reads of those who stand aside from a case."""

from dataclasses import dataclass
from datetime import date

from yimen.cases.reviews.rules import Stage
from yimen.cases.story import Story
from yimen.cases.together.aside import may_order_aside, those_aside, wish_of, workers_of
from yimen.cases.together.rules import Asided
from yimen.desk.opening import Opened
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting


@dataclass(frozen=True)
class Aside:
    """Who stands aside, what the resident asks, and the superior office if nobody is left."""

    who: list[Asided]
    wish: str
    superior: OfficeFacts | None


def is_wished(story: Story) -> bool:
    """Has the resident asked that somebody else handles it, and nobody decided yet?"""
    codes = [scene.code for scene in story.scenes if scene.code in {"case.recusal_wished", "case.recusal_decided"}]
    return codes[-1:] == ["case.recusal_wished"]


def aside_of(acting: Acting, opened: Opened, on: date) -> Aside | None:
    """For the supervisor of the office or above it; nothing, and no statement, where nobody stands aside or asks."""
    case, wished = opened.seen.case, is_wished(opened.story)
    if not (case.has_recusals or wished) or not may_order_aside(acting, case):
        return None
    wish = wish_of(case) if wished else None
    is_review = case.stage != Stage.FIRST  # that one goes to the office above by itself
    is_left = not case.has_recusals or is_review or bool(workers_of(case, on))
    superior = None if is_left else opened.town.offices.in_place_of(case.office_id)
    return Aside(those_aside(case) if case.has_recusals else [], wish.why if wish else "", superior)
