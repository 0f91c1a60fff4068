"""Setting up one place by hand."""

from datetime import UTC, datetime

import pytest

from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator
from yimen.places.queries import gazetteer
from yimen.places.rules import Imported, PlannedPlace
from yimen.places.verbs import set_up_place

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
TOWN = PlannedPlace("KS", "town", "", {"en": "Kelsang"})


def set_up(place: PlannedPlace) -> Imported:
    return set_up_place(by=Operator(), place=place, at=AT)


def test_a_place_is_there_and_known_by_its_code() -> None:
    assert set_up(TOWN).created == 1
    assert set_up(PlannedPlace("KS01", "township", "KS", {"en": "Nawu"})).created == 1
    places = gazetteer(editions()["places"])
    assert places.by_code["KS01"].path == "KS/KS01/"
    assert places.town
    assert places.town.code == "KS"


def test_a_place_changed_is_the_same_place() -> None:
    set_up(TOWN)
    assert set_up(PlannedPlace("KS", "town", "", {"bo": "སྐལ་བཟང"})) == Imported(changed=1)
    assert gazetteer(editions()["places"]).by_code["KS"].names == {"en": "Kelsang", "bo": "སྐལ་བཟང"}


def test_each_change_is_in_the_journal_once_and_no_change_is_not() -> None:
    set_up(TOWN)
    assert set_up(TOWN).nothing_changed
    assert [(entry.code, entry.facts) for entry in history("place:KS")] == [("places.place_set_up", {"level": "town"})]


def test_a_place_in_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="there is no place KS"):
        set_up(PlannedPlace("KS01", "township", "KS"))
    assert editions().get("places") is None


def test_a_new_place_never_takes_the_code_of_one_that_is_there() -> None:
    """Two administrators who begin two villages at once: the second must not rename the first one's."""
    set_up(TOWN)
    again = PlannedPlace("KS", "town", "", {"en": "Another"})
    with pytest.raises(Refused, match="just changed"):
        set_up_place(by=Operator(), place=again, is_new=True, at=AT)
    assert gazetteer(editions()["places"]).by_code["KS"].names["en"] == "Kelsang"
