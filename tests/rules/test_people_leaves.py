"""Which leave goes together with which, and who may stand in for whom."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yimen.people.leaves import Leave, may_be_away
from yimen.people.policies import may_arrange_leave, may_stand_in
from yimen.people.rules import Acting, Clock, Operator, Role

TODAY = date(2026, 3, 2)
PEOPLE = st.integers(1, 4)


def leave(staff: int, stand_in: int, begins: int = 0, days: int = 5, post: int | None = None) -> Leave:
    """Somebody's leave; everybody has the post of their own number."""
    on = TODAY + timedelta(days=begins)
    return Leave(staff if post is None else post, staff, stand_in, on, on + timedelta(days=days))


def acting(role: Role = Role.HANDLER, office: str = "1/7/", place: str = "KS/", staff: int = 1) -> Acting:
    """Somebody in a post."""
    return Acting(staff, staff, role, int(office.split("/")[-2]), office, place)


@pytest.mark.parametrize(
    ("wanted", "others", "why"),
    [
        (leave(1, 2, days=0), [], "before the first"),
        (leave(1, 2, begins=-1), [], "today or later"),
        (leave(1, 2, days=401), [], "400 days"),
        (leave(1, 1), [], "for themselves"),
        (leave(1, 2), [leave(1, 3, begins=4)], "on leave on some of these days already"),
        (leave(1, 2), [leave(2, 3, begins=-3, days=4)], "Choose somebody else"),
        (leave(1, 2), [leave(2, 1, begins=2)], "Choose somebody else"),
        (leave(1, 2), [leave(3, 1, begins=2)], "They stand in for somebody else"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(wanted: Leave, others: list[Leave], why: str) -> None:
    assert why in may_be_away(wanted, others, TODAY).reason


def test_one_leave_may_follow_the_other_and_one_person_may_stand_in_for_two() -> None:
    assert may_be_away(leave(1, 2, begins=5), [leave(1, 2), leave(2, 1)], TODAY)
    assert may_be_away(leave(1, 2), [leave(3, 2)], TODAY)


@given(st.lists(st.tuples(PEOPLE, PEOPLE, st.integers(0, 8), st.integers(1, 6)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_on_no_day_anybody_stands_in_who_is_away(asked: list[tuple[int, int, int, int]]) -> None:
    agreed: list[Leave] = []
    for staff, stand_in, begins, days in asked:
        wanted = leave(staff, stand_in, begins, days)
        if may_be_away(wanted, agreed, TODAY):
            agreed.append(wanted)
    for day in range(15):
        on = TODAY + timedelta(days=day)
        running = [one for one in agreed if one.from_on <= on < one.until_on]
        assert not {one.stand_in_id for one in running} & {one.staff_id for one in running}
        assert len({one.post_id for one in running}) == len(running)


def test_oneself_the_supervisor_and_the_administrator_arrange_it() -> None:
    holder = acting()
    assert may_arrange_leave(acting(), holder)
    assert may_arrange_leave(Operator(), holder)
    assert may_arrange_leave(acting(Role.SUPERVISOR, "1/", staff=2), holder)
    assert may_arrange_leave(acting(Role.ADMINISTRATOR, "1/9/", staff=2), holder)
    for other in (
        acting(staff=2), acting(Role.SUPERVISOR, "1/9/", staff=2), Clock(),
        acting(Role.ADMINISTRATOR, "1/9/", "KS/KS01/", staff=2),
    ):  # fmt: skip
        assert not may_arrange_leave(other, holder)


@pytest.mark.parametrize(
    ("holder", "post", "may"),
    [
        (acting(), acting(Role.CLERK), True),
        (acting(), acting(office="1/8/"), True),
        (acting(), acting(office="1/8/", place="KS/KS01/"), False),
        (acting(), acting(Role.CLERK, "1/8/"), False),
        (acting(Role.SUPERVISOR), acting(Role.SUPERVISOR, "1/", "KX/"), True),
        (acting(Role.ADMINISTRATOR), acting(), False),
        (acting(Role.ADMINISTRATOR), acting(Role.ADMINISTRATOR, "1/8/"), True),
        (acting(Role.ADMINISTRATOR), acting(Role.ADMINISTRATOR, place="KS/KS01/"), False),
        (acting(Role.MEDIATOR), acting(), False),
    ],
)
def test_who_stands_in_is_near_enough(holder: Acting, post: Acting, may: bool) -> None:  # noqa: FBT001
    assert bool(may_stand_in(holder, [post])) is may
