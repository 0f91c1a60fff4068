"""A change of areas is not wanted."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_areas import TODAY, agreed, split_in_two
from yimen.kernel.verdict import Refused
from yimen.redraws.forgetting import forget_drafts
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage
from yimen.redraws.verbs.begin_redraws import begin_redraws
from yimen.redraws.verbs.drop_redraw import drop_redraw

pytestmark = pytest.mark.django_db


def test_what_was_agreed_for_later_is_dropped_and_never_begins() -> None:
    redraw = agreed(split_in_two(), on=TODAY + timedelta(days=1))
    drop_redraw(by=make.administrator(), redraw_id=redraw.pk, version=redraw.version, at=make.LATER)
    begin_redraws(make.LATER + timedelta(days=2))
    assert "KS01W" not in make.town().places.by_code
    assert forget_drafts(make.LATER + timedelta(days=80)) == 0
    assert forget_drafts(make.LATER + timedelta(days=91)) == 1


def test_what_is_carried_out_stays() -> None:
    redraw = agreed(split_in_two())
    with pytest.raises(Refused, match="carried out or dropped"):
        drop_redraw(by=make.administrator(), redraw_id=redraw.pk, version=redraw.version, at=make.LATER)
    assert Redraw.objects.get().stage == Stage.DONE
