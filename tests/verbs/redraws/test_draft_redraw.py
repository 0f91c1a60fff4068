"""A change of areas is prepared: nothing changes, and what makes no sense is refused in words."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_areas import TODAY, split_in_two
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting, Role
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.redraws.models import Redraw
from yimen.redraws.queries import changes_of, redraw_facts
from yimen.redraws.rules import Fate
from yimen.redraws.verbs.draft_redraw import draft_redraw

pytestmark = pytest.mark.django_db


def test_it_is_kept_as_it_was_and_changes_nothing() -> None:
    before = make.town()
    pk = draft_redraw(by=make.administrator(), plan=split_in_two(), from_on=TODAY, at=make.MONDAY)
    facts = redraw_facts(pk)
    assert facts is not None
    assert facts.plan == split_in_two()
    assert make.town().places is before.places
    assert make.town().places.by_id[facts.place_id].code == "KS0101", "the smallest place in which all of it lies"
    assert history(f"redraw:{pk}")[-1].code == "areas.drafted"


def test_what_would_become_of_each_area_is_counted() -> None:
    plan = AreaPlan("KS", split_in_two().places, ended=("KS01B",))
    found = {one.code: one.fate for one in changes_of(plan, make.town().places)}
    assert found == {"KS01A": Fate.CHANGES, "KS01W": Fate.APPEARS, "KS01B": Fate.VANISHES}


def test_no_change_and_the_past_are_refused() -> None:
    by = make.administrator()
    same = AreaPlan("KS", (PlannedPlace("KS01A", "area", "KS0101"),))
    with pytest.raises(Refused, match="Nothing would change"):
        draft_redraw(by=by, plan=same, from_on=TODAY, at=make.MONDAY)
    with pytest.raises(Refused, match="today or later"):
        draft_redraw(by=by, plan=split_in_two(), from_on=TODAY - timedelta(days=1), at=make.MONDAY)
    assert not Redraw.objects.exists()


@pytest.mark.parametrize(
    ("area", "why"),
    [
        (PlannedPlace("KS01W", "area", "NOWHERE", {"en": "West"}), "KS01W: there is no place NOWHERE for it to be in"),
        (PlannedPlace("KS01W", "area", "KS01A", {"en": "West"}), "can't be inside KS01A"),
        (PlannedPlace("KS0101", "area", "KS01", {"en": "West"}), "of level “village” already"),
    ],
)
def test_an_area_lies_where_areas_can_lie(area: PlannedPlace, why: str) -> None:
    """Else it could be looked at, and only the button said that it can't be done."""
    by = make.administrator()
    with pytest.raises(Refused, match=why):
        draft_redraw(by=by, plan=AreaPlan("KS", (area,)), from_on=TODAY, at=make.MONDAY)
    assert not Redraw.objects.exists()


def test_a_townships_administrator_changes_nothing_elsewhere() -> None:
    make.town()
    elsewhere = Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS02/")
    with pytest.raises(Refused, match="does not serve this place"):
        draft_redraw(by=elsewhere, plan=split_in_two(), from_on=TODAY, at=make.MONDAY)
    with pytest.raises(Refused, match="does not serve this place"):
        draft_redraw(by=elsewhere, plan=AreaPlan("KS", (), ended=("KS01B",)), from_on=TODAY, at=make.MONDAY)
    with pytest.raises(Refused, match="Only an administrator"):
        draft_redraw(by=make.supervisor(), plan=split_in_two(), from_on=TODAY, at=make.MONDAY)
