"""The town's own map: tiles out of one file, read where it lies; without one, the areas alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests import make, make_map
from tests.pages.public.visiting import browser, text
from yimen.public.map import own

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def _no_map_is_left() -> Iterator[None]:
    yield
    (Path(settings.HOME) / own.FILE).unlink(missing_ok=True)


def tile(zoom: int, column: int, row: int) -> str:
    town = own.own_map()
    assert town
    return f"/map/{town.stamp}/{zoom}-{column}-{row}/"


def test_without_a_file_the_map_has_the_areas_alone() -> None:
    make.town()
    assert "data-tiles" not in text(browser().get("/tell/"))
    assert browser().get("/map/x/8-200-100/").status_code == 404


def test_a_page_names_the_tiles_and_carries_none() -> None:
    make.town()
    make_map.town_map()
    page = text(browser().get("/serves/"))
    town = own.own_map()
    assert town
    assert f'data-tiles="/map/{town.stamp}/0-0-0/"' in page
    assert 'data-first="8"' in page
    assert 'data-last="13"' in page
    assert 'data-credit="Drawn for a test"' in page
    assert "data-brush" not in page


def test_a_tile_is_a_picture_that_stays_with_the_browser() -> None:
    make_map.town_map()
    answer = browser().get(tile(13, *make_map.place(13)))
    assert answer["Content-Type"] == "image/png"
    assert "max-age=604800" in answer["Cache-Control"]
    assert answer.content == make_map.picture(13)
    nothing = browser().get(tile(13, 0, 0))
    assert (nothing.status_code, nothing.content) == (204, b"")


@pytest.mark.parametrize("asked", ["8-256-0", "25-0-0", "99-1-1", "x", "8-0", "8-0-0-0", "8-999999999-0"])
def test_what_is_no_tile_is_not_there(asked: str) -> None:
    make_map.town_map()
    assert browser().get(f"/map/x/{asked}/").status_code == 404


def test_drawings_are_unpacked_and_bring_the_script_that_draws() -> None:
    make.town()
    make_map.town_map(is_drawn=True)
    assert "map/draw.js" in text(browser().get("/tell/"))
    answer = browser().get(tile(10, *make_map.place(10)))
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert b"earth" in answer.content


def test_another_file_is_another_map_without_a_restart() -> None:
    make_map.town_map()
    before = own.own_map()
    make_map.town_map(is_drawn=True)
    assert before != own.own_map()


@pytest.mark.parametrize("damaged", [b"", b"no map at all", b"PMTiles\x03" + b"\xff" * 300])
def test_a_damaged_file_is_no_map_and_breaks_no_page(damaged: bytes, caplog: pytest.LogCaptureFixture) -> None:
    make.town()
    (Path(settings.HOME) / own.FILE).write_bytes(damaged)
    assert "data-tiles" not in text(browser().get("/tell/"))
    assert "is no map that we can read" in caplog.text


def test_a_large_map_has_directories_within_directories() -> None:
    """A province has more tiles than one directory holds."""
    path = make_map.whole_world(7)
    assert (own.tile_of(7, 100, 50) or b"").startswith(b"7-100-50 ")
    assert (own.tile_of(7, 127, 127) or b"").startswith(b"7-127-127 ")
    assert (own.tile_of(0, 0, 0) or b"").startswith(b"0-0-0 ")
    assert path.stat().st_size > 100_000
