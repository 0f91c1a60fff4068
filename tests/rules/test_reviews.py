"""Which stage follows, who may look at it, and when nothing follows any more."""

from datetime import date

import pytest

from yimen.cases.reviews.rules import (
    FINAL,
    FIRST_ONLY,
    REVIEWING,
    Stage,
    first_above,
    hands_on,
    may_ask_review,
    may_at_stage,
    may_hear,
    may_reopen_at,
    may_tell_more,
    next_stage,
    review_limit,
)
from yimen.cases.rules import MOVES
from yimen.routing.facts import ProcedureFacts

DAY = date(2026, 4, 1)
HOTLINE = ProcedureFacts("hotline", {}, "received")
ONE = ProcedureFacts("plain", {}, "received", review_ask_limit="ASK", review_limit="DO")
TWO = ProcedureFacts("petition", {}, "accepted", review_limit="DO", rereview_limit="DO2")


@pytest.mark.parametrize(
    ("road", "stage", "follows"),
    [
        (HOTLINE, Stage.FIRST, None),
        (ONE, Stage.FIRST, Stage.REVIEW),
        (ONE, Stage.REVIEW, None),
        (TWO, Stage.FIRST, Stage.REVIEW),
        (TWO, Stage.REVIEW, Stage.REREVIEW),
        (TWO, Stage.REREVIEW, None),
    ],
)
def test_a_stage_follows_where_the_road_has_a_limit_for_it(
    road: ProcedureFacts, stage: Stage, follows: Stage | None
) -> None:
    assert next_stage(road, stage) is follows
    assert review_limit(TWO, Stage.REREVIEW) == "DO2"


def test_a_review_stays_with_the_office_that_reviews_and_a_first_case_has_none() -> None:
    moving = {verb for moves in MOVES.values() for verb in moves}
    assert moving >= REVIEWING | FIRST_ONLY
    for verb in REVIEWING:
        assert not may_at_stage(Stage.FIRST, verb)
    for verb in FIRST_ONLY:
        assert may_at_stage(Stage.FIRST, verb)
        assert not may_at_stage(Stage.REVIEW, verb)
    assert may_at_stage(Stage.REVIEW, "send_back")
    assert not may_at_stage(Stage.REREVIEW, "send_back")


def test_one_day_late_is_late() -> None:
    asked = {"is_answered": True, "last_on": DAY}
    assert may_ask_review(TWO, Stage.FIRST, **asked, on=DAY)  # type: ignore[arg-type]
    late = may_ask_review(TWO, Stage.FIRST, **asked, on=date(2026, 4, 2))  # type: ignore[arg-type]
    assert (bool(late), late.params) == (False, {"day": DAY})
    assert not may_ask_review(TWO, Stage.FIRST, is_answered=False, last_on=None, on=DAY)
    assert "opened again" in str(may_ask_review(HOTLINE, Stage.FIRST, is_answered=True, last_on=None, on=DAY))


def test_after_the_last_stage_nothing_is_taken_up_and_other_doors_are_told() -> None:
    def more(road: ProcedureFacts, stage: Stage, *, is_answered: bool = True, **doors: str) -> object:
        return may_tell_more(road, stage, is_answered=is_answered, doors=doors)

    assert more(HOTLINE, Stage.FIRST)
    assert more(TWO, Stage.FIRST)
    assert more(TWO, Stage.REVIEW)
    assert more(TWO, Stage.REREVIEW, is_answered=False)
    assert str(more(TWO, Stage.REREVIEW)) == FINAL
    assert str(more(ONE, Stage.REVIEW, en="Court")) == f"{FINAL} Other doors: {{'en': 'Court'}}."


def test_where_there_are_reviews_nothing_is_opened_again() -> None:
    assert may_reopen_at(HOTLINE)
    assert not may_reopen_at(ONE)


def test_one_hearing_a_stage() -> None:
    assert may_hear(begins=True, is_on=False, was_held=False)
    assert not may_hear(begins=True, is_on=True, was_held=False)
    assert not may_hear(begins=True, is_on=False, was_held=True)
    assert may_hear(begins=False, is_on=True, was_held=False)
    assert not may_hear(begins=False, is_on=False, was_held=True)


def test_the_nearest_office_above_that_is_open_and_not_complained_about() -> None:
    assert first_above([(1, True, False), (2, True, False)]) == 1
    assert first_above([(1, False, False), (2, True, True), (3, True, False)]) == 3
    assert first_above([(1, True, True)]) is None
    assert first_above([]) is None


def test_whoever_accepted_asked_or_answered_has_had_their_hands_on_it() -> None:
    done = [
        ("case.submitted", "resident"),
        ("case.handed_over", "post:3"),
        ("case.accepted", "post:4"),
        ("case.extended", "post:5"),
        ("case.answered", "post:6/staff:9"),
        ("case.answered", "post:7"),
        ("case.answered", "operator"),
    ]
    assert hands_on((code, by, DAY) for code, by in done) == ({9}, {(4, DAY), (7, DAY)})
