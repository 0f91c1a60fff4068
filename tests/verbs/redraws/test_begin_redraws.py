"""The day of a change comes."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_areas import TODAY, agreed, split_in_two
from yimen.journal.record import history
from yimen.places.rules import AreaPlan
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage
from yimen.redraws.verbs.begin_redraws import begin_redraws

pytestmark = pytest.mark.django_db


def test_on_its_day_it_is_so_and_once() -> None:
    redraw = agreed(split_in_two(), on=TODAY + timedelta(days=3))
    begin_redraws(make.MONDAY + timedelta(days=2))
    assert "KS01W" not in make.town().places.by_code
    for _ in range(2):
        begin_redraws(make.MONDAY + timedelta(days=3))
    assert make.town().places.by_code["KS01W"].is_open
    codes = [entry.code for entry in history(f"redraw:{redraw.pk}")]
    assert codes == ["areas.drafted", "areas.agreed", "areas.begun"]


def test_what_cannot_be_any_more_is_a_draft_again_and_holds_up_no_other() -> None:
    later = TODAY + timedelta(days=3)
    ends = AreaPlan("KS", (), ended=("KS01B",))
    first, second = agreed(ends, on=later), agreed(split_in_two(), on=later)
    agreed(ends)
    begin_redraws(make.MONDAY + timedelta(days=3))
    stages = dict(Redraw.objects.values_list("pk", "stage"))
    assert (stages[first.pk], stages[second.pk]) == (Stage.DRAFT, Stage.DONE)
    assert history(f"redraw:{first.pk}")[-1].code == "areas.not_begun"
