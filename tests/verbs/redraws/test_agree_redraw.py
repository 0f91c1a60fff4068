"""A change of areas is agreed to: from its day on new cases lie in the new areas, and old ones where they lay."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import shapely
from django.db import connection

from tests import make
from tests.make_areas import TODAY, agreed, split_in_two, square
from yimen.journal.record import history
from yimen.kernel.models import JUST_CHANGED, editions
from yimen.kernel.verdict import Refused
from yimen.places.past import gazetteer_on, version_on, versions_of
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.redraws.rules import OVER, Stage
from yimen.redraws.verbs.agree_redraw import agree_redraw
from yimen.redraws.verbs.draft_redraw import draft_redraw

pytestmark = pytest.mark.django_db
WEST, EAST = (102.902, 34.905), (102.908, 34.905)
YESTERDAY = TODAY - timedelta(days=1)


def test_old_cases_keep_their_area_with_its_name_and_outline_of_then() -> None:
    old = make.case(longitude=WEST[0], latitude=WEST[1])
    redraw = agreed(split_in_two())
    assert redraw.stage == Stage.DONE
    new = make.case(longitude=WEST[0], latitude=WEST[1], at=make.LATER)
    places = make.town().places
    assert places.by_id[old.area_id or 0].code == "KS01A"
    assert places.by_id[new.area_id or 0].code == "KS01W"
    then, now = version_on(old.area_id or 0, YESTERDAY), version_on(old.area_id or 0, TODAY)
    assert then is not None
    assert now is not None
    assert (then.names["en"], now.names["en"]) == ("Area 1", "East Duohe")
    assert shapely.from_wkb(then.outline).bounds == pytest.approx((102.90, 34.90, 102.91, 34.91))
    assert history(f"redraw:{redraw.pk}")[-1].facts["done"] is True


def test_a_point_is_found_in_the_area_of_its_day() -> None:
    agreed(split_in_two())
    now = make.town()
    edition = editions()["places"]
    then = gazetteer_on(edition, YESTERDAY)
    found = (then.area_at(*WEST), now.places.area_at(*WEST))
    assert [area.code for area in found if area] == ["KS01A", "KS01W"]
    assert "KS01W" not in then.by_code
    assert gazetteer_on(edition, TODAY) is now.places, "from memory"


def test_an_area_that_ends_takes_no_new_case_and_merging_gives_its_ground_to_the_other() -> None:
    old = make.case(longitude=102.915, latitude=34.905)
    kept = PlannedPlace("KS01A", "area", "KS0101", {}, square(102.90, 102.92))
    agreed(AreaPlan("KS", (kept,), ended=("KS01B",)))
    places = make.town().places
    assert not places.by_code["KS01B"].is_open
    assert places.by_id[old.area_id or 0].code == "KS01B", "its case keeps it"
    found = places.area_at(102.915, 34.905)
    assert found is not None
    assert found.code == "KS01A"
    then = gazetteer_on(editions()["places"], YESTERDAY).by_code["KS01B"]
    assert then.is_open


def test_what_is_agreed_for_later_waits_for_its_day() -> None:
    redraw = agreed(split_in_two(), on=TODAY + timedelta(days=3))
    assert redraw.stage == Stage.AGREED
    assert "KS01W" not in make.town().places.by_code
    assert len(versions_of(make.town().places.by_code["KS01A"].id)) == 1


def test_it_is_agreed_once_and_a_place_in_which_something_lies_does_not_end() -> None:
    by = make.administrator()
    redraw = agreed(split_in_two())
    with pytest.raises(Refused, match="carried out or dropped"):
        agree_redraw(by=by, redraw_id=redraw.pk, version=2, at=make.LATER)
    pk = draft_redraw(by=by, plan=AreaPlan("KS", (), ended=("KS01B",)), from_on=TODAY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        agree_redraw(by=by, redraw_id=pk, version=7, at=make.LATER)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_agree_at_once_one_wins() -> None:
    by = make.administrator()
    pk = draft_redraw(by=by, plan=split_in_two(), from_on=TODAY, at=make.MONDAY)
    together = Barrier(2)

    def agree(_: int) -> str:
        together.wait(timeout=30)
        try:
            agree_redraw(by=by, redraw_id=pk, version=1, at=make.MONDAY)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(agree, range(2)))
    assert said[0] == ""
    assert said[1] in {JUST_CHANGED, OVER}
