"""The town changes the road its cases take."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests import make
from tests.verbs.routing.changing import known
from yimen.cases.reviews.asking import last_opinion, next_review
from yimen.cases.verbs import accept_case, ask_for_review
from yimen.journeys.packs import load_pack, pack_folder
from yimen.journeys.previews import preview_procedure
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.facts import LIMITS
from yimen.routing.models import Procedure
from yimen.routing.verbs import change_procedure

pytestmark = pytest.mark.django_db
COLUMNS = (
    "names handle_limit handle_from hearing_waits pauses extension_by doors needs_full_opinion remedies remedies_review"
    " remedies_final"
).split()


def change(by: Actor | None = None, **fields: Any) -> list[str]:  # noqa: ANN401 – any field of a procedure
    before = make.town().catalogue.procedures["hotline"]
    seen = seen_as({name: getattr(before, name) for name in (*COLUMNS, *LIMITS)})
    return change_procedure(
        by=by or make.administrator(), procedure=replace(before, **fields), limits=known(), seen=seen, at=make.LATER
    )


def test_it_counts_at_once_and_for_good() -> None:
    assert change(handle_limit="HOT_FAST", pauses=False) == ["handle_limit", "pauses"]
    assert make.town().catalogue.procedures["hotline"].handle_limit == "HOT_FAST"
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert loaded.kept() == ["hotline handle_limit", "hotline pauses"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"handle_limit": ""},
        {"notice_limit": "NEVER"},
        {"extension_by": "police"},
        {"names": {}},
        {"doors": ("nowhere",)},
        {"review_limit": "PET_REVIEW_DO"},
        {"hearing_waits": "review"},
        {"rereview_limit": "PET_REREVIEW_DO", "rereview_ask_limit": "PET_REREVIEW_ASK"},
    ],
)
def test_what_no_pack_may_have_no_town_may_have(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        change(**wrong)


def test_a_road_gets_a_review_and_loses_it_again() -> None:
    answered = make.answered_case()
    review: dict[str, Any] = {"review_ask_limit": "PET_REVIEW_ASK", "review_limit": "PET_REVIEW_DO"}
    before = make.town().catalogue.procedures["hotline"]
    found = preview_procedure(before, replace(before, **review), on=day_of(make.LATER), town=make.town())
    assert (found.open_cases, found.lost, found.gained) == (0, 0, 1)
    assert change(**review, remedies_review={"en": "Ask once more."}) == [*review, "remedies_review"]
    ask_for_review(by=make.resident(answered), case=make.fresh(answered), why="Still dark.", at=make.LATER)
    assert change(review_ask_limit="", review_limit="", remedies_review={}) == [*review, "remedies_review"]
    assert make.fresh(answered).due_on == day_of(make.MONDAY) + timedelta(days=30), "what has begun keeps its day"


def test_a_shorter_time_to_ask_takes_nothing_from_answers_that_are_given_and_no_review_at_all_does() -> None:
    petition = make.petition()
    accept_case(by=make.holder(petition), case=petition, at=make.MONDAY)
    make.give_answer(petition, at=make.MONDAY)
    before = make.town().catalogue.procedures["petition"]
    shorter = replace(before, review_ask_limit="LAID_DECIDE", call_limit="PET_HANDLE")  # seven days
    none = replace(before, review_limit="", rereview_limit="", hearing_waits="")
    on = day_of(make.MONDAY) + timedelta(days=15)
    for after, lost in ((shorter, 0), (none, 1)):
        found = preview_procedure(before, after, on=on, town=make.town())
        assert (found.open_cases, found.lost, found.gained) == (0, lost, 0)
    assert preview_procedure(before, shorter, on=on, town=make.town()).is_never_called
    Procedure.objects.filter(code="petition").update(review_ask_limit="LAID_DECIDE")
    new_edition("routing")
    following = next_review(make.fresh(petition), last_opinion(petition), make.town())
    assert following is not None
    assert (following.last_on, following.is_as_told) == (day_of(make.MONDAY) + timedelta(days=30), True)
    late = make.MONDAY + timedelta(days=20)
    ask_for_review(by=make.resident(petition), case=make.fresh(petition), why="Still.", at=late)


def test_a_supervisor_may_not() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        change(make.supervisor(), pauses=False)
