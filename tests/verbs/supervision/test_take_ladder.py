"""A town takes its ladder from a pack."""

import pytest

from tests import make
from yimen.journal.models import Entry
from yimen.kernel.models import editions
from yimen.supervision.ladder import ladder_of
from yimen.supervision.rules import Does, RungFacts, When
from yimen.supervision.verbs.take_ladder import take_ladder

pytestmark = pytest.mark.django_db
RUNGS = (
    RungFacts("soon", When.SHARE, 80, Does.REMIND, {"en": "Soon"}),
    RungFacts("late", When.AFTER, 1, Does.INSPECT, {"en": "Late"}),
)


def test_the_ladder_is_the_packs_rung_by_rung() -> None:
    make.town()  # with the ladder of "cn"
    changes = take_ladder(by=make.OPERATOR, pack="own", rungs=RUNGS, at=make.MONDAY)
    assert ladder_of(editions()) == RUNGS
    assert (changes.added, changes.changed) == (("soon",), ("late",))
    assert set(changes.retired) == {"half", "three-quarters", "last-day", "very-late"}
    assert Entry.objects.latest("id").code == "pack.ladder_taken"


def test_the_same_ladder_again_changes_nothing() -> None:
    take_ladder(by=make.OPERATOR, pack="own", rungs=RUNGS, at=make.MONDAY)
    before = editions()
    assert not take_ladder(by=make.OPERATOR, pack="own", rungs=RUNGS, at=make.MONDAY)
    assert editions() == before


def test_a_town_may_have_none() -> None:
    make.town()
    take_ladder(by=make.OPERATOR, pack="own", rungs=(), at=make.MONDAY)
    assert ladder_of(editions()) == ()
