"""Real areas and real requests: what the city says of each point is what we find."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

import yimen
from yimen.console.areas import import_areas
from yimen.kernel.models import editions
from yimen.places.queries import gazetteer

DATA = Path(yimen.__file__).parents[2] / "shared" / "data" / "sf311"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real requests (../shared/data/sf311) are not here"),
]


def test_every_real_request_lies_in_the_neighborhood_the_city_gave_it() -> None:
    words = [str(DATA / "neighborhoods.geojson"), "--code", "geoid", "--name", "nhood", "--parent", "nhood"]
    result = CliRunner().invoke(import_areas, [*words, "--town", "SF", "--language", "en"])
    assert result.exit_code == 0, result.output
    with (DATA / "requests.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    places = gazetteer(editions()["places"])
    assert len(places.places_below("SF/", "area")) == 195
    assert len(places.places_below("SF/", "village")) == 41
    found = places.areas_at([float(row["lon"]) for row in rows], [float(row["lat"]) for row in rows])
    said = [area.names["en"] if area else None for area in found]
    assert said == [row["neighborhood"] for row in rows]
    assert len(said) == 4984
