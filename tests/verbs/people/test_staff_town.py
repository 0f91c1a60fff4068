"""A whole town is staffed from a plan, or not at all."""

import pytest

from tests.verbs.people.small_town import MONDAY, TODAY
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Office, Post, Staff
from yimen.people.plans import AppointmentPlan, OfficePlan, PostPlan, StaffPlan, TownPlan
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.staff_town import staff_town

pytestmark = pytest.mark.usefixtures("town")

BELOW = OfficePlan("PIPES", "department", "water", "KS", {"en": "Pipes"}, superior="WATER")
WATER = OfficePlan("WATER", "department", "water", "KS", {"en": "Water"}, superior="GOV", counters=({"en": "1"},))
POST = PostPlan("WATER-1", Role.HANDLER, "WATER", "KS01")
TASHI = StaffPlan("tashi", "扎西")
HOLDS = AppointmentPlan("tashi", "WATER-1", TODAY)


def test_offices_come_below_their_superiors_in_whatever_order_they_stand() -> None:
    staff_town(by=Operator(), plan=TownPlan((BELOW, WATER), (POST,), (TASHI,), (HOLDS,)), at=MONDAY)
    paths = dict(Office.objects.values_list("code", "path"))
    assert paths["PIPES"].startswith(paths["WATER"])
    assert paths["WATER"].startswith(paths["GOV"])
    assert Appointment.objects.get().post.code == "WATER-1"


def test_a_post_that_ever_had_a_holder_gets_no_other() -> None:
    plan = TownPlan((WATER,), (POST,), (TASHI,), (HOLDS,))
    staff_town(by=Operator(), plan=plan, at=MONDAY)
    dolma = StaffPlan("dolma", "卓玛")
    staff_town(
        by=Operator(),
        plan=TownPlan((WATER,), (POST,), (dolma,), (AppointmentPlan("dolma", "WATER-1", TODAY),)),
        at=MONDAY,
    )
    assert Appointment.objects.get().staff.username == "tashi"


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (TownPlan((OfficePlan("W", "department", "water", "XX", {}),)), "no place with the code XX"),
        (TownPlan((BELOW,)), "no office with the code WATER"),
        (TownPlan((WATER,), (PostPlan("P", Role.CLERK, "XX", "KS"),)), "no office with the code XX"),
        (TownPlan((WATER,), (PostPlan("P", Role.CLERK, "WATER", "XX"),)), "no place with the code XX"),
        (TownPlan((WATER,), (POST,), (), (HOLDS,)), "appoints tashi to WATER-1"),
        (TownPlan((OfficePlan("W", "department", "water", "KS", {}, hours={"mon": [["x"]]}),)), "mon"),
    ],
)
def test_a_plan_that_does_not_hold_together_changes_nothing(plan: TownPlan, words: str) -> None:
    with pytest.raises(Refused, match=words):
        staff_town(by=Operator(), plan=plan, at=MONDAY)
    assert not Office.objects.filter(code__in=["W", "WATER", "PIPES"]).exists()
    assert not Post.objects.exists()
    assert not Staff.objects.exists()


def test_a_clerk_staffs_no_town() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        staff_town(by=Acting(1, 1, Role.CLERK, 1, "1/", "KS/"), plan=TownPlan((WATER,)), at=MONDAY)
