"""A case about an office: never with that office, nor with those below it, nor with whoever also works there."""

from typing import Any

import pytest

from tests import make
from tests.make_colleagues import on_leave
from yimen.cases.policies import may
from yimen.cases.queries import case_for, visible_to
from yimen.cases.verbs import hand_over_case, sort_case
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Post
from yimen.people.queries import posts_of
from yimen.people.rules import Acting
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
ABOUT_A_TOWNSHIP: dict[str, Any] = {"accused_office": "KS-township-office-1", "category": "", "place": "KS0101"}


def _nowhere() -> dict[str, Any]:
    return {"longitude": None, "latitude": None}


def _code(office_id: int) -> str:
    return make.town().offices.by_id[office_id].code


def test_it_passes_the_offices_below_the_accused_one() -> None:
    """The village and the township's own desk would have to judge their superior."""
    case = make.case(**ABOUT_A_TOWNSHIP, **_nowhere())
    assert _code(case.office_id) == "KS-town-office"
    assert visible_to(make.supervisor(), make.town()).filter(pk=case.pk).exists()


def test_nobody_judges_the_topmost_office_and_its_complainant_is_told_so() -> None:
    """Or the case would lie where nobody may see it, for ever."""
    with pytest.raises(Refused, match="next higher government"):
        make.case(accused_office="KS-town-office")
    assert make.town().offices.in_place_of(make.supervisor().office_id) is None


def test_sorting_it_does_not_bring_it_below_the_accused_office() -> None:
    case = make.case(**ABOUT_A_TOWNSHIP, **_nowhere())
    by = Acting(1, 1, make.handler().role, case.office_id, "", "KS/")
    sort_case(by=by, case=case, category=make.LAMP, at=make.LATER)
    assert not make.town().offices.answers_to(case.office_id, case.accused_office_id or 0)


@pytest.mark.parametrize("office", ["KS-township-office-1", "KS-village-committee", "KS-one-door-1"])
def test_it_is_not_handed_to_those_below(office: str) -> None:
    case = make.case(accused_office="KS-township-office-1")
    with pytest.raises(Refused, match="about this office"):
        hand_over_case(by=make.handler(), case=case, to_office=office, reason="Near.", at=make.LATER)
    assert make.fresh(case).office_id == case.office_id


def _also_in_housing(who: Acting) -> list[Acting]:
    """They get a second post, in the housing office."""
    post = Post.objects.create(
        code="housing-second", role="handler", office_id=make.handler("housing").office_id, place_id=1
    )
    appoint_staff(by=make.OPERATOR, staff_id=who.staff_id, post_id=post.pk, from_on=day_of(make.MONDAY), at=make.MONDAY)
    return posts_of(who.staff_id, day_of(make.MONDAY))


def test_whoever_also_works_in_the_accused_office_sees_it_from_no_post() -> None:
    case = make.case(accused_office="KS-housing")
    assert visible_to(make.handler(), make.town()).filter(pk=case.pk).exists()
    for post in _also_in_housing(make.handler()):
        assert not visible_to(post, make.town()).filter(pk=case.pk).exists()
        seen = case_for(post, case.pk, purpose="handle", at=make.LATER, town=make.town())
        assert seen is None
        assert not may(post, case, "accept")
    assert not list(looks_of(case.ref))


def test_leave_from_the_accused_office_opens_it_from_no_other_post() -> None:
    """Everybody arranges their own leave: a day off there would be a day to read it here."""
    case, stand_in = make.case(accused_office="KS-housing"), make.handler("housing")
    posts = {post.office_id: post for post in _also_in_housing(make.handler())}
    on_leave(posts[stand_in.office_id], stand_in)
    left = posts_of(stand_in.staff_id, day_of(make.MONDAY)), posts_of(make.handler().staff_id, day_of(make.MONDAY))
    assert [post.office_id for post in left[1]] == [case.office_id]
    for post in (*left[0], *left[1]):
        assert not visible_to(post, make.town()).filter(pk=case.pk).exists()
        assert not may(post, case, "accept")


def test_two_posts_change_nothing_for_other_cases() -> None:
    case = make.case()
    posts = {post.office_id: post for post in _also_in_housing(make.handler())}
    assert visible_to(posts[case.office_id], make.town()).filter(pk=case.pk).exists()


@pytest.mark.parametrize(
    "verb", ["accept", "answer", "ask", "hand_over", "sort", "refer", "object", "extend", "decide"]
)
def test_the_accused_office_and_those_below_may_do_nothing_with_it(verb: str) -> None:
    case = make.case(accused_office="KS-township-office-1")
    for by in (make.posted("township-office-1-handler"), make.posted("village-committee-handler")):
        assert "about your own office" in may(by, case, verb).reason
