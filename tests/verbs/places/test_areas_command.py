"""``yimen areas import`` as an operator meets it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from shapely.geometry import box, mapping

from yimen.console.areas import import_areas
from yimen.kernel.models import editions
from yimen.places.models import Place
from yimen.places.queries import gazetteer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(settings: Any) -> None:  # noqa: ANN401 – pytest-django's own
    settings.LANGUAGE_CODE = "en"


def feature(code: object, x: float, width: float = 0.01, **said: object) -> dict[str, object]:
    shape = mapping(box(102 + x, 34, 102 + x + width, 34.01))
    return {"type": "Feature", "properties": {"id": code, "name": f"Area {code}", **said}, "geometry": shape}


def file(folder: Path, *features: object) -> Path:
    return written(folder, json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "areas.geojson"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def run(path: Path, *options: str) -> Result:
    words = [str(path), "--code", "id", "--name", "name", "--town", "T", "--language", "en", *options]
    return CliRunner().invoke(import_areas, words)


def said(result: Result) -> str:
    """What was printed, without the table's lines and breaks."""
    return " ".join("".join(" " if c in "│┃\n" else c for c in result.output).split())


def test_areas_are_imported_once(tmp_path: Path) -> None:
    path = file(tmp_path, feature(101, 0, hood="Upper Side"), feature("B", 0.01, hood="Lower Side"))
    first = run(path, "--parent", "hood")
    assert (first.exit_code, said(first)) == (0, "Imported 2 areas: 5 places new, 0 changed, 0 ended")
    places = gazetteer(editions()["places"])
    assert places.by_code["101"].path == "T/upper-side/101/"
    assert places.by_code["upper-side"].names == {"en": "Upper Side"}
    assert places.by_code["B"].names == {"en": "Area B"}
    assert said(run(path, "--parent", "hood")) == "Nothing to change: all 2 areas are there already"


def test_a_parent_that_is_there_already_is_taken_by_its_code(tmp_path: Path) -> None:
    run(file(tmp_path, feature("A", 0, hood="north")), "--parent", "hood")
    result = run(file(tmp_path, feature("B", 0.01, hood="north"), feature("C", 0.02, hood="T")), "--parent", "hood")
    assert said(result) == "Imported 2 areas: 2 places new, 0 changed, 0 ended"
    assert {place.path for place in Place.objects.filter(code__in="BC")} == {"T/north/B/", "T/C/"}


def test_a_dry_run_says_what_it_would_do_and_does_not(tmp_path: Path) -> None:
    result = run(file(tmp_path, feature("A", 0)), "--dry-run")
    assert said(result) == "Would import 1 areas: 2 places new, 0 changed, 0 ended"
    assert not Place.objects.exists()
    assert editions() == {}


def test_overlaps_are_shown_and_repaired_only_on_request(tmp_path: Path) -> None:
    path = file(tmp_path, feature("A", 0, 0.011), feature("B", 0.01))
    refused = run(path)
    assert refused.exit_code == 1
    assert "A and B overlap by" in said(refused)
    assert "Run it again with --repair" in said(refused)
    assert not Place.objects.exists()
    repaired = run(path, "--repair")
    assert repaired.exit_code == 0
    assert "Repaired: overlap × 1" in said(repaired)
    here = gazetteer(editions()["places"]).area_at(102.0105, 34.005)
    assert here
    assert here.code == "A"
    assert "Nothing to change" in said(run(path, "--repair"))


def test_areas_that_are_there_already_count_for_overlaps(tmp_path: Path) -> None:
    run(file(tmp_path, feature("B", 0.01)))
    path = file(tmp_path, feature("A", 0, 0.011))
    assert "A and B overlap by" in said(run(path))
    assert run(path, "--replace").exit_code == 0
    assert not gazetteer(editions()["places"]).by_code["B"].is_open
    assert run(file(tmp_path, feature("B", 0.01)), "--repair").exit_code == 0
    assert gazetteer(editions()["places"]).by_code["B"].names == {"en": "Area B"}


def test_a_repair_may_move_a_neighbours_border_and_nothing_else_of_it(tmp_path: Path) -> None:
    run(file(tmp_path, feature("B", 0.01)))
    assert run(file(tmp_path, feature("A", 0, 0.011)), "--repair").exit_code == 0
    here = gazetteer(editions()["places"]).area_at(102.0105, 34.005)
    assert here
    assert here.code == "A"
    assert gazetteer(editions()["places"]).by_code["B"].path == "T/B/"


def test_what_cannot_be_repaired_stays_refused(tmp_path: Path) -> None:
    result = run(file(tmp_path, feature("A", 0), feature("A", 0.01), feature(None, 0.02)), "--repair")
    assert result.exit_code == 1
    assert "features 1 and 2 have the same code A" in said(result)
    assert "feature 3 has no code" in said(result)
    assert not Place.objects.exists()


def test_groups_whose_names_make_no_code_or_the_same_one_are_told(tmp_path: Path) -> None:
    path = file(
        tmp_path, feature("a", 0, hood="片区"), feature("b", 0.01, hood="No 1"), feature("c", 0.02, hood="no-1")
    )
    words = said(run(path, "--parent", "hood"))
    assert "“片区” makes no code" in words
    assert "“no-1” and “No 1” make the same code no-1" in words


def test_a_code_property_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    result = run(file(tmp_path, {**feature("A", 0), "properties": {"geoid": "A"}}))
    assert result.exit_code == 1
    assert "no feature has a property “id” with a code; the first one has: geoid" in said(result)


def test_a_gap_is_told_and_may_be_allowed(tmp_path: Path) -> None:
    ring = box(102, 34, 102.03, 34.03).difference(box(102.01, 34.01, 102.02, 34.02))
    path = file(tmp_path, {**feature("A", 0), "geometry": mapping(ring)})
    assert "no area covers" in said(run(path))
    assert run(path, "--allow-gaps").exit_code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"type": "FeatureCollection",\n "features": [}', "line 2, column 15"),
        ("[1, 2]", "no GeoJSON FeatureCollection"),
        ('{"features": {}}', "no GeoJSON FeatureCollection"),
        ('{"features": []}', "has no features"),
        ('{"features": [7]}', "feature 1 is no GeoJSON feature"),
        ('{"features": [{"properties": [1]}]}', "feature 1 is no GeoJSON feature"),
        ('{"features": [{"properties": {"id": NaN}}]}', "a number that is none"),
        ('{"features": [' + "9" * 5000 + "]}", "a number that is none"),
        ('{"crs": {"properties": {"name": "EPSG:3857"}}, "features": [1]}', "not in longitude and latitude"),
        ("[" * 100_000, "nested too deeply"),
        (b"\xff\xfe{\x00}\x00", "not in UTF-8 (byte 0)"),
        ("", "line 1, column 1"),
        ("\x00", "line 1, column 1"),
    ],
)
def test_a_broken_or_hostile_file_gets_a_sentence(tmp_path: Path, text: str | bytes, words: str) -> None:
    result = run(written(tmp_path, text))
    assert result.exit_code == 1
    assert words in said(result)
    assert "Traceback" not in result.output
    assert not Place.objects.exists()


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": "x"},
        {"type": "Polygon", "coordinates": [[["a", "b"]]]},
        {"type": "Polygon", "coordinates": [[[1, 2], [3]]]},
        {"type": "Nonsense", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]},
        {"type": "Polygon", "coordinates": [[[1e400, 2], [3, 4], [5, 6], [1e400, 2]]]},
        [],
        7,
        {},
    ],
)
def test_a_broken_geometry_gets_a_sentence(tmp_path: Path, geometry: object) -> None:
    result = run(file(tmp_path, {**feature("A", 0), "geometry": geometry}))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert not Place.objects.exists()


def test_a_file_that_is_not_there_or_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    assert "can't be opened: No such file" in said(run(tmp_path / "none.geojson"))
    assert "can't be opened: Is a directory" in said(run(tmp_path))


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.geojson"
    with path.open("wb") as large:
        large.truncate(300_000_000)
    assert "large.geojson has 300 MB; at most 200" in said(run(path))


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path) -> None:
    result = run(file(tmp_path, feature("\x1b[31m[bold]red", 0)))
    assert "\x1b" not in result.output
    assert "[bold]red” can't be a code" in said(result)


def test_without_a_town_the_command_asks_for_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(import_areas, [str(file(tmp_path, feature("A", 0))), "--code", "id"])
    assert result.exit_code == 2
    assert "--town CODE" in result.output
