"""The clock climbs the ladder for every open case, whatever the handler does."""

from datetime import datetime, timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.queries import case_for
from yimen.cases.rules import Outcome
from yimen.cases.story import story_of
from yimen.cases.verbs import (
    accept_case,
    add_words,
    answer_case,
    ask_resident,
    extend_case,
    hand_over_case,
    reopen_case,
    reply_to_question,
)
from yimen.cases.verbs.office.answer import Answer
from yimen.journal.models import Entry
from yimen.journal.reacting import react
from yimen.kernel.models import editions
from yimen.reactions import REACTIONS
from yimen.supervision import reacting
from yimen.supervision.models import Standing
from yimen.supervision.queries import on_ladder

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def march(day: int) -> datetime:
    """Half past six on this day of March 2026; the 2nd is MONDAY."""
    return make.MONDAY.replace(hour=6, minute=30) + (day - 2) * DAY


def worked(at: datetime) -> None:
    """What the worker does at this time: what follows, then the ladder."""
    while react(REACTIONS, at):
        pass
    reacting.climb(at)


def rung(case: Case) -> str:
    """Where it stands; nothing if it does not."""
    found = Standing.objects.filter(case=case).first()
    return found.rung if found else ""


def urged(case: Case) -> list[str]:
    """The rungs of its story."""
    return [e.facts["rung"] for e in Entry.objects.filter(subject=case.ref, code="case.urged").order_by("id")]


def test_a_case_climbs_rung_by_rung_on_working_days() -> None:
    case = make.accepted_case()  # to be answered by 9 March
    seen: dict[str, int] = {}
    for day in range(3, 25):
        worked(march(day))
        seen.setdefault(rung(case), day)
    assert seen == {"": 3, "half": 5, "three-quarters": 6, "last-day": 9, "late": 12, "very-late": 23}
    assert urged(case) == ["half", "three-quarters", "last-day", "late", "very-late"]
    entry = facts.last_entry(case)
    assert (entry.by, entry.facts["due"], entry.facts["office"]) == ("clock", "2026-03-09", case.office_id)


def test_the_same_morning_again_changes_nothing() -> None:
    case = make.accepted_case()
    assert reacting.climb(march(9)) == 1
    assert reacting.climb(march(9)) == 0
    assert reacting.climb(march(10)) == 0
    assert urged(case) == ["last-day"]


def test_nobody_climbs_on_a_rest_day() -> None:
    case = make.accepted_case()
    assert reacting.climb(march(14)) == 0
    assert rung(case) == ""
    reacting.climb(march(16))
    assert urged(case) == ["late"]  # the machine was off for a fortnight: it stands where it should


def test_opening_noting_and_adding_do_not_stop_it() -> None:
    case = make.accepted_case()
    assert case_for(make.handler(), case.pk, purpose="handle", at=march(5), town=make.town())
    add_words(by=make.resident(case), case=case, text="Still dark.", at=march(5))
    worked(march(6))
    assert rung(case) == "three-quarters"


def test_what_comes_next_is_never_of_a_day_that_is_over() -> None:
    """Accepted late, an answer has half of its time behind it: nobody is reminded on a day before."""
    case = make.case()
    accept_case(by=make.handler(), case=case, at=march(9))
    place = on_ladder(make.fresh(case), story_of(case, make.town()), make.town(), march(9))
    assert place is not None
    assert place.next is not None
    assert (place.stands, place.next_on, place.next.code) == (None, march(10).date(), "last-day")
    worked(march(10))
    assert rung(case) == "last-day"


def test_it_waits_while_it_is_the_residents_turn() -> None:
    case = make.accepted_case()
    ask_resident(by=make.holder(case), case=case, question="Which side?", at=march(4))
    worked(march(20))
    assert urged(case) == []
    place = on_ladder(make.fresh(case), story_of(case, make.town()), make.town(), march(20))
    assert place is not None
    assert place.waits_for == ""
    reply_to_question(by=make.resident(case), case=case, text="East.", at=march(20))
    worked(march(23))
    assert rung(case) == "half"  # two days were used up before it was asked


def test_only_an_answer_ends_it_and_a_new_round_starts_fresh() -> None:
    case = make.accepted_case()
    worked(march(12))
    answer_case(by=make.holder(case), case=case, answer=Answer(Outcome.DONE, "It burns."), at=march(12))
    worked(march(13))
    assert rung(case) == ""
    reopen_case(by=make.resident(case), case=make.fresh(case), why="Dark again.", at=march(13))
    worked(march(16))
    assert rung(case) == ""
    worked(march(20))
    assert urged(case) == ["late", "last-day"]


def test_an_extension_is_a_new_date() -> None:
    case = make.accepted_case()
    worked(march(9))
    extend_case(by=make.supervisor("urban"), case=case, reason="A spare part.", at=march(9))
    worked(march(10))
    assert rung(case) != "last-day"


def test_an_office_that_is_handed_the_case_stands_there_for_it() -> None:
    case = make.case()
    worked(march(4))
    assert rung(case)
    hand_over_case(by=make.holder(case), case=case, to_office="KS-housing", reason="Theirs.", at=march(4))
    worked(march(4))
    assert Standing.objects.get(case=case).office_id == make.handler("housing").office_id


def test_what_ended_never_climbs() -> None:
    for made in (make.closed_case, make.answered_case):
        made()
    assert reacting.climb(march(30)) == 0


def test_the_statements_do_not_grow_with_the_cases(sql) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    def statements() -> int:
        with sql() as found:
            reacting.climb(march(30))
        return len(found)

    make.accepted_case()
    first = statements()
    for _ in range(25):
        make.accepted_case()
    assert statements() <= first + 1
    assert editions()["ladder"]
