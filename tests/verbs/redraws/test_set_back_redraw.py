"""What was agreed to for later is fitted again to what is agreed to since: nothing takes effect silently wrong."""

from datetime import timedelta

import pytest
import shapely

from tests import make
from tests.make_areas import TODAY, agreed, split_in_two, square
from tests.pages.desk.browsing import browser, text
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.places.queries import gazetteer_in_memory
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.places.verbs.import_areas import import_areas
from yimen.redraws.forgetting import forget_drafts
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage
from yimen.redraws.verbs.agree_redraw import agree_redraw
from yimen.redraws.verbs.begin_redraws import begin_redraws
from yimen.redraws.verbs.draft_redraw import draft_redraw
from yimen.redraws.verbs.drop_redraw import drop_redraw

pytestmark = pytest.mark.django_db
SOON, LATE = TODAY + timedelta(days=3), TODAY + timedelta(days=9)


def moved(west: float, *, code: str = "KS01B") -> AreaPlan:
    """The border between the first two areas moves here: 102.91 as it stands."""
    one = PlannedPlace("KS01A", "area", "KS0101", {}, square(102.90, west))
    return AreaPlan("KS", (one, PlannedPlace(code, "area", "KS0101", {}, square(west, 102.92))))


def wider_east() -> AreaPlan:
    """The second area takes a strip of the third; its western border as it stands today."""
    two = PlannedPlace("KS01B", "area", "KS0101", {}, square(102.91, 102.921))
    return AreaPlan("KS", (two, PlannedPlace("KS02A", "area", "KS02", {}, square(102.921, 102.93))))


def fresh(redraw: Redraw) -> Redraw:
    found: Redraw = Redraw.objects.get(pk=redraw.pk)
    return found


def test_a_later_one_that_no_longer_fits_is_a_draft_again_and_its_administrators_read_why() -> None:
    late = agreed(wider_east(), on=LATE)
    soon = agreed(moved(102.912), on=SOON, at=make.MONDAY + timedelta(days=1))
    late = fresh(late)
    assert (late.stage, fresh(soon).stage) == (Stage.DRAFT, Stage.AGREED)
    assert "overlap" in late.misfits[0][0]
    assert history(f"redraw:{late.pk}")[-1].code == "areas.set_back"
    client = browser(make.administrator())
    for page in ("/desk/town/", "/desk/"):
        assert "no longer fits, and will not be carried out" in text(client.get(page)), page
    page = text(client.get(f"/desk/town/areas/changes/{late.pk}/"))
    assert "KS01B and KS01A overlap by" in page or "KS01A and KS01B overlap by" in page
    with pytest.raises(Refused, match="overlap"):
        agree_redraw(by=make.administrator(), redraw_id=late.pk, version=late.version, at=make.LATER)
    begin_redraws(make.MONDAY + timedelta(days=10))
    assert fresh(late).stage == Stage.DRAFT
    assert fresh(soon).stage == Stage.DONE
    assert forget_drafts(make.MONDAY + timedelta(days=91)) == 0, "ninety days since it was set back"


def test_what_does_not_touch_it_and_what_only_names_leave_it_alone() -> None:
    late = agreed(split_in_two(), on=LATE)
    agreed(AreaPlan("KS", (PlannedPlace("KS02A", "area", "KS02", {"en": "By the river"}),)), on=SOON)
    agreed(AreaPlan("KS", (PlannedPlace("KS01A", "area", "KS0101", {"en": "By the bridge"}),)), on=SOON)
    begin_redraws(make.MONDAY + timedelta(days=3))
    assert fresh(late).stage == Stage.AGREED
    begin_redraws(make.MONDAY + timedelta(days=9))
    assert fresh(late).stage == Stage.DONE


def test_one_that_would_not_fit_what_is_agreed_to_before_it_is_not_agreed_to() -> None:
    agreed(moved(102.912), on=SOON)
    with pytest.raises(Refused, match="overlap"):
        agreed(wider_east(), on=LATE)


def test_without_the_one_it_was_drawn_on_it_no_longer_fits() -> None:
    soon = agreed(moved(102.912), on=SOON)
    strip = PlannedPlace("KS01W", "area", "KS0101", {"en": "Strip"}, square(102.91, 102.912))
    late = agreed(AreaPlan("KS", (PlannedPlace("KS01A", "area", "KS0101", {}, square(102.90, 102.91)), strip)), on=LATE)
    soon = fresh(soon)
    drop_redraw(by=make.administrator(), redraw_id=soon.pk, version=soon.version, at=make.LATER)
    assert fresh(late).stage == Stage.DRAFT


def test_what_a_command_has_changed_meanwhile_is_noticed_on_the_day() -> None:
    late = agreed(wider_east(), on=LATE)
    import_areas(by=make.OPERATOR, plan=moved(102.912), at=make.LATER)
    assert fresh(late).stage == Stage.AGREED
    begin_redraws(make.MONDAY + timedelta(days=9))
    late = fresh(late)
    assert (late.stage, late.set_back_at) == (Stage.DRAFT, make.MONDAY + timedelta(days=9))
    assert history(f"redraw:{late.pk}")[-1].code == "areas.not_begun"
    make.town()
    places = gazetteer_in_memory()
    assert places is not None
    found = places.area_at(102.9205, 34.905)
    assert found is not None
    assert found.code == "KS02A", "nothing of it was carried out"


def test_a_hole_that_was_looked_at_may_stay_and_no_other() -> None:
    ring = {
        "N": (102.90, 34.94, 102.93, 34.95), "M": (102.91, 34.93, 102.92, 34.94), "S": (102.90, 34.92, 102.93, 34.93),
        "W": (102.90, 34.93, 102.91, 34.94), "E": (102.92, 34.93, 102.93, 34.94),
    }  # fmt: skip
    places = tuple(PlannedPlace(code, "area", "KS02", {}, shapely.box(*box).wkb) for code, box in ring.items())
    agreed(AreaPlan("KS", places))
    by, ends = make.administrator(), AreaPlan("KS", (), ended=("M",))
    pk = draft_redraw(by=by, plan=ends, from_on=LATE, at=make.LATER)
    with pytest.raises(Refused, match="no area covers"):
        agree_redraw(by=by, redraw_id=pk, version=1, at=make.LATER)
