"""The small map: outlines of the areas, packed, and asked for once."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest
import shapely

from tests import make
from tests.pages.public.visiting import browser, text
from yimen.kernel.models import new_edition
from yimen.places.queries import gazetteer

pytestmark = pytest.mark.django_db


def areas(answer: Any) -> list[dict[str, Any]]:  # noqa: ANN401 – the test client's own type
    features: list[dict[str, Any]] = json.loads(gzip.decompress(answer.content))["features"]
    return features


def test_it_has_every_area_and_the_townships_names() -> None:
    make.town()
    answer = browser().get("/areas.geojson", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert answer["Content-Type"] == "application/geo+json"
    drawn = areas(answer)
    outlines = [shapely.geometry.shape(f["geometry"]) for f in drawn if f["geometry"]["type"] == "Polygon"]
    for east, north in make.IN_AREA.values():
        assert sum(outline.contains(shapely.Point(east, north)) for outline in outlines) == 1
    assert [f["properties"]["names"]["en"] for f in drawn if f["geometry"]["type"] == "Point"] == ["Nawu", "Kajia"]


def test_without_compression_it_is_the_same() -> None:
    make.town()
    plain, packed = (
        browser().get("/areas.geojson"),
        browser().get("/areas.geojson", headers={"Accept-Encoding": "gzip"}),
    )
    assert json.loads(plain.content)["features"] == areas(packed)
    assert "Accept-Encoding" in plain["Vary"]


def test_a_browser_that_has_it_gets_nothing_until_the_places_change(sql: Callable[..., Any]) -> None:
    make.town()
    tag = browser().get("/areas.geojson")["ETag"]
    with sql(at_most=1):
        answer = browser().get("/areas.geojson", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    new_edition("places")
    assert browser().get("/areas.geojson", headers={"If-None-Match": tag}).status_code == 200


def test_a_town_without_areas_has_an_empty_map(db: None) -> None:
    assert json.loads(browser().get("/areas.geojson").content)["features"] == []


def test_the_page_that_asks_carries_none_of_it() -> None:
    make.town()
    page = text(browser().get("/tell/"))
    assert 'data-outlines="/areas.geojson"' in page
    assert "leaflet.js" not in page.replace('data-js="/static/yimen/map/leaflet.js"', "")
    assert '<button type="button" class="y-button y-button--plain" data-map="#map" hidden' in " ".join(page.split())


def test_the_invented_town_is_small_on_the_wire() -> None:
    assert gazetteer(-1).sketch() == []
