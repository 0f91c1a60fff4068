"""Taking over areas: by their codes, all or nothing, and only once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import shapely
from shapely import box

from yimen.journal.record import history
from yimen.journeys.kelsang.places import set_up_kelsang_places
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator
from yimen.places.models import Place
from yimen.places.queries import Gazetteer, gazetteer, outlines
from yimen.places.rules import AreaPlan, Imported, PlannedPlace
from yimen.places.verbs import import_areas

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 2, tzinfo=UTC)


def square(x: float) -> bytes:
    drawn: bytes = shapely.to_wkb(box(x, 0, x + 1, 1))
    return drawn


def area(code: str, x: float, parent: str = "V") -> PlannedPlace:
    return PlannedPlace(code, "area", parent, {"en": f"Area {code}"}, square(x))


TOWN, VILLAGE = PlannedPlace("T", "town", "", {"en": "Town"}), PlannedPlace("V", "village", "T", {"en": "Village"})
PLAN = AreaPlan("T", (area("A1", 0), area("A2", 1), VILLAGE, TOWN))


def carried_out(plan: AreaPlan = PLAN, at: datetime = AT) -> Imported:
    return import_areas(by=Operator(), plan=plan, at=at)


def places() -> Gazetteer:
    return gazetteer(editions()["places"])


def test_places_are_there_afterwards_with_their_paths_in_whatever_order_they_are_planned() -> None:
    assert carried_out() == Imported(areas=2, created=4)
    found = places()
    assert {place.code: place.path for place in found.by_id.values()} == {
        "T": "T/", "V": "T/V/", "A1": "T/V/A1/", "A2": "T/V/A2/"
    }  # fmt: skip
    here = found.area_at(1.5, 0.5)
    assert here
    assert here.code == "A2"


def test_a_second_time_nothing_changes_and_nothing_is_written() -> None:
    carried_out()
    edition = editions()["places"]
    assert carried_out().nothing_changed
    assert editions()["places"] == edition
    assert len(history("place:T")) == 1


def test_the_journal_has_one_entry_in_codes_and_numbers() -> None:
    carried_out()
    (entry,) = history("place:T")
    assert (entry.code, entry.by) == ("places.areas_imported", "operator")
    assert entry.facts == {"created": 4, "changed": 0, "ended": 0}


def test_a_code_is_the_key_and_a_name_is_not() -> None:
    carried_out()
    before = Place.objects.get(code="A1").pk
    renamed = replace(area("A1", 5), names={"zh-hans": "片区一"})
    twin = replace(area("A3", 7), names={"en": "Area A1"})
    assert carried_out(AreaPlan("T", (renamed, twin))) == Imported(areas=2, created=1, changed=1)
    place = Place.objects.get(code="A1")
    assert place.pk == before  # so old cases still lie in it
    assert place.names == {"en": "Area A1", "zh-hans": "片区一"}  # a name in one language leaves the others
    assert places().area_at(0.5, 0.5) is None
    assert places().area_at(5.5, 0.5) == places().by_id[before]


def test_every_process_hears_of_it() -> None:
    carried_out()
    edition = editions()["places"]
    assert gazetteer(edition).area_at(9.5, 0.5) is None
    carried_out(AreaPlan("T", (area("A9", 9),)))
    assert editions()["places"] != edition
    assert places().area_at(9.5, 0.5)


def test_areas_missing_from_a_full_import_end_but_keep_their_row() -> None:
    carried_out()
    full = AreaPlan("T", (area("A2", 1), area("A3", 2)), replace=True)
    assert carried_out(full, AT + timedelta(days=3)) == Imported(areas=2, created=1, ended=1)
    assert str(Place.objects.get(code="A1").until_on) == "2026-03-05"
    assert not places().by_code["A1"].is_open
    assert places().area_at(0.5, 0.5) is None
    assert carried_out(full, AT + timedelta(days=9)).nothing_changed  # the last day stays the first one


def test_without_replace_nothing_ends() -> None:
    carried_out()
    assert carried_out(AreaPlan("T", (area("A3", 2),))).ended == 0
    assert places().by_code["A1"].is_open


def test_a_replacement_ends_neither_what_holds_its_areas_nor_other_towns() -> None:
    carried_out()
    carried_out(AreaPlan("U", (PlannedPlace("U", "town"), area("U1", 20, "U"))))
    village = PlannedPlace("W", "village", "T")
    done = carried_out(AreaPlan("T", (area("A1", 0), village, area("A4", 4, "W")), replace=True))
    assert done == Imported(areas=2, created=2, ended=1)
    assert [place.code for place in Place.objects.exclude(until_on=None)] == ["A2"]


def test_an_ended_area_that_comes_again_is_open_again() -> None:
    carried_out()
    carried_out(AreaPlan("T", (area("A2", 1),), replace=True))
    assert carried_out() == Imported(areas=2, changed=1)
    assert places().by_code["A1"].is_open


def test_what_lies_in_a_place_moves_with_it() -> None:
    carried_out()
    township = PlannedPlace("S", "township", "T")
    assert carried_out(AreaPlan("T", (township, replace(VILLAGE, parent_code="S")))) == Imported(created=1, changed=3)
    assert places().by_code["A1"].path == "T/S/V/A1/"
    assert [place.code for place in places().chain(places().by_code["A1"].id)] == ["A1", "V", "S", "T"]


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (area("A 1", 3), "can't be a code"),
        (area("A9", 3, "NOWHERE"), "there is no place NOWHERE"),
        (area("A9", 3, "A1"), "can't be inside A1"),
        (PlannedPlace("V", "township", "T"), "V is of level “village” already"),
        (PlannedPlace("A9", "area", "V", {}, b"\x01nonsense"), "can't be drawn"),
        (PlannedPlace("A9", "area", "V", {}, shapely.to_wkb(shapely.Point(0, 0))), "can't be drawn"),
        (area("U1", 3, "V"), "U1 is a place of another town already"),
    ],
)
def test_if_anything_is_wrong_nothing_changes(broken: PlannedPlace, words: str) -> None:
    carried_out()
    carried_out(AreaPlan("U", (PlannedPlace("U", "town"), area("U1", 20, "U"))))
    before, edition = list(Place.objects.order_by("pk").values()), editions()
    with pytest.raises(Refused, match=words):
        carried_out(AreaPlan("T", (area("A8", 8), broken), replace=True))
    assert list(Place.objects.order_by("pk").values()) == before
    assert editions() == edition


def test_the_same_code_twice_in_a_plan_is_refused() -> None:
    with pytest.raises(Refused, match="stands twice"):
        carried_out(AreaPlan("T", (*PLAN.places, area("A1", 9))))


def test_the_places_of_an_edition_are_read_with_one_statement(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    set_up_kelsang_places(AT)
    gazetteer.cache_clear()
    edition = editions()["places"]
    with sql(at_most=1):
        assert len(gazetteer(edition).by_code) == 318
        gazetteer(edition).area_at(102.9, 34.9)


def test_the_invented_town_is_set_up_once() -> None:
    assert set_up_kelsang_places(AT) == Imported(areas=260, created=318)
    assert set_up_kelsang_places(AT).nothing_changed
    here = places().area_at(102.9, 34.9)
    assert here
    assert here.code.startswith("KS01")
    assert list(outlines([here.id])) == [here.id]
