"""An administrator changes areas: what is typed or sent is checked, looked at, and agreed to with one button."""

import json
import re
from typing import Any

import pytest
import shapely
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.make_areas import agreed, geojson, split_in_two, square, typed
from tests.pages.desk.browsing import browser, opened, text
from tests.pages.desk.people.test_setting_up import township_administrator
from yimen.kernel.clock import day_of
from yimen.redraws.models import Redraw

pytestmark = pytest.mark.django_db
LIST, TAKE_IN = "/desk/town/areas/", "/desk/town/areas/import/"


def sent(content: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 – whatever the form has
    """The form of importing, with something pasted."""
    return typed(pasted=content, code_property="code", name_property="name", language="en", **fields)


def decide(client: Any, path: str, decision: str = "agree") -> Any:  # noqa: ANN401 – the test client's own types
    """Press the button of the change."""
    version = Redraw.objects.get(pk=int(path.split("/")[-2])).version
    return client.post(path, {"version": version, "decision": decision})


def test_a_pasted_file_is_looked_at_and_then_true_and_old_cases_read_as_before() -> None:
    case = make.case(longitude=102.902, latitude=34.905)
    client = browser(make.administrator())
    two = geojson(("KS01A", "East Duohe", square(102.905, 102.91)), ("KS01W", "West Duohe", square(102.90, 102.905)))
    there = client.post(f"{TAKE_IN}?place=KS0101", sent(two)).headers["Location"]
    page = text(client.get(there))
    assert "West Duohe · KS01W: <strong>new</strong>" in page
    assert "East Duohe · KS01A: <strong>changes</strong>" in page
    assert "Open cases in these areas: 1." in page
    assert page.count('<path class="y-area"') == 3
    assert "KS01W" not in make.town().places.by_code, "nothing yet"
    assert decide(client, there).status_code == 302
    assert make.town().places.by_code["KS01W"].path == "KS/KS01/KS0101/KS01W/"
    assert "Area 1" in text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/")), "as it was called then"
    assert "carried out" in text(client.get(there))


def test_a_file_is_taken_too_and_what_comes_out_goes_in() -> None:
    client = browser(make.administrator())
    out = client.get(f"{LIST}file/?place=KS")
    assert [one["properties"]["code"] for one in json.loads(out.content)["features"]] == ["KS01A", "KS01B", "KS02A"]
    again = {
        **sent("", parent_property="parent"),
        "name_property": "en",
        "file": SimpleUploadedFile("areas.geojson", out.content),
    }
    assert "Nothing would change" in text(client.post(TAKE_IN, again))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "Choose a file, or paste"),
        ("{", "What you pasted, line 1, column 2"),
        ('{"type": "FeatureCollection", "features": []}', "has no features"),
        (geojson(("KS 9", "x", square(102.93, 102.94))), "feature 1: “KS 9” can&#x27;t be a code"),
        (geojson(("KS01B", "x", square(102.905, 102.92))), "KS01B and KS01A overlap by"),
    ],
)
def test_what_is_wrong_is_said_with_its_feature_and_stays_in_the_form(content: str, why: str) -> None:
    page = text(browser(make.administrator()).post(TAKE_IN, sent(content)))
    assert why in page
    assert not Redraw.objects.exists()


def test_what_is_looked_at_says_how_an_area_changes_and_the_list_which_change_it_is() -> None:
    """A new name, another village and another outline all read “changes”, and each draft as the one before it."""
    client = browser(make.administrator())
    named = client.post(f"{LIST}KS01A/", typed(what="redraw", en="Old mill")).headers["Location"]
    page = text(client.get(named))
    assert "called “Old mill” instead of “Area 1”" in page
    assert "has another outline" not in page
    moved = json.loads(client.get(f"{LIST}file/?place=KS01").content)
    for one in moved["features"]:
        one["properties"]["parent"] = "KS02"
    sending = {**sent(json.dumps(moved)), "name_property": "en", "parent_property": "parent"}
    page = text(client.get(client.post(TAKE_IN, sending).headers["Location"]))
    assert re.search(r"KS01A: <strong>changes</strong>\s+· lies in Kajia instead of Duohe", page)
    drawn = client.post(f"{LIST}KS01A/", typed(what="split", code="KS01W", line="102.905, 34\n102.905, 36"))
    assert "has another outline" in text(client.get(drawn.headers["Location"]))
    listed = re.sub(r"\s+", " ", text(client.get(LIST)))
    assert re.search(r"Duohe · from [^<]+</a> · being prepared · prepared \S", listed)


def test_a_file_that_is_empty_or_too_large_was_chosen_all_the_same() -> None:
    client = browser(make.administrator())
    for content, why in ((b"", "empty"), (b" " * (8 * 1024 * 1024 + 1), "larger than 8 MB")):
        page = text(client.post(TAKE_IN, {**sent(""), "file": SimpleUploadedFile("areas.geojson", content)}))
        assert why in page
        assert "Choose a file" not in page


def test_an_overlap_is_mended_when_asked_and_the_preview_says_whose_border_moves() -> None:
    client = browser(make.administrator())
    wide = geojson(("KS01B", "Area 2", square(102.905, 102.92)))
    there = client.post(TAKE_IN, sent(wide, mend="on")).headers["Location"]
    assert decide(client, there).status_code == 302
    found = make.town().places.area_at(102.907, 34.905)
    assert found is not None
    assert found.code == "KS01A", "what two areas claim goes to the smaller code"


def test_crossed_lines_are_refused_with_the_code() -> None:
    bow = {
        "type": "Polygon",
        "coordinates": [[[102.93, 34.9], [102.94, 34.91], [102.94, 34.9], [102.93, 34.91], [102.93, 34.9]]],
    }
    feature = {"type": "Feature", "properties": {"code": "KS09"}, "geometry": bow}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]})
    page = text(browser(make.administrator()).post(TAKE_IN, sent(content)))
    assert "KS09 is drawn wrongly: Self-intersection" in page
    assert "Tick this to have mended what can be" in page


def test_an_area_is_split_by_a_typed_line_merged_back_and_ended() -> None:
    client = browser(make.administrator())
    path = f"{LIST}KS01A/"
    line = "102.904, 34.80\n102.904，35.00"
    there = client.post(path, typed(what="split", code="KS01W", en="West", line=line)).headers["Location"]
    decide(client, there)
    places = make.town().places
    found = [places.area_at(102.902, 34.905), places.area_at(102.907, 34.905)]
    assert [area.code for area in found if area] == ["KS01W", "KS01A"]

    there = client.post(path, typed(what="merge", other="KS01W")).headers["Location"]
    assert "West · KS01W: <strong>ends</strong>" in text(client.get(there))
    decide(client, there)
    assert not make.town().places.by_code["KS01W"].is_open
    assert "This area is no more" in text(client.get(f"{LIST}KS01W/"))

    there = client.post(f"{LIST}KS02A/", typed(what="retire")).headers["Location"]
    assert decide(client, there, "drop").status_code == 302
    assert make.town().places.by_code["KS02A"].is_open


def test_a_corner_that_is_none_and_a_line_that_parts_nothing_are_said_and_nothing_typed_is_lost() -> None:
    client = browser(make.administrator())
    page = text(client.post(f"{LIST}KS01A/", typed(what="redraw", points="102.9, 34.9\nby the bridge")))
    assert "“by the bridge” is no point" in page
    assert "102.9, 34.9\nby the bridge" in page
    page = text(client.post(f"{LIST}KS01A/", typed(what="redraw", points="nan, 34.9\n2, 2\n3, 3")))
    assert "“nan, 34.9” is no point" in page
    page = text(client.post(f"{LIST}KS01A/", typed(what="split", code="KS01W", line="102.8, 34.8\n102.8, 34.9")))
    assert "does not part the area in two" in page
    assert "Take another code" in text(
        client.post(f"{LIST}KS01A/", typed(what="split", code="KS01B", line="1, 1\n2, 2"))
    )


def test_a_hole_in_the_town_must_be_meant() -> None:
    client = browser(make.administrator())
    ring = {
        "N": (102.90, 34.94, 102.93, 34.95), "M": (102.91, 34.93, 102.92, 34.94), "S": (102.90, 34.92, 102.93, 34.93),
        "W": (102.90, 34.93, 102.91, 34.94), "E": (102.92, 34.93, 102.93, 34.94),
    }  # fmt: skip
    areas = [(code, code, shapely.box(*box).wkb) for code, box in ring.items()]
    decide(client, client.post(f"{TAKE_IN}?place=KS02", sent(geojson(*areas))).headers["Location"])
    assert "no area covers" in text(client.post(f"{LIST}M/", typed(what="retire")))
    there = client.post(f"{LIST}M/", typed(what="retire", allow_gaps="on")).headers["Location"]
    assert "no area covers" in text(client.get(there)), "it is shown before it is agreed to"


def test_a_stale_page_and_somebody_elses_part_of_the_town_are_refused() -> None:
    client = browser(make.administrator())
    there = client.post(f"{LIST}KS01A/", typed(what="redraw", en="Duohe")).headers["Location"]
    assert "just changed" in text(client.post(there, {"version": 9, "decision": "agree"}))
    elsewhere = browser(township_administrator())
    for path in (there, f"{LIST}KS01A/", f"{LIST}?place=KS01", f"{TAKE_IN}?place=KS01"):
        assert elsewhere.get(path).status_code == 404, path
    foreign = sent(geojson(("KS01A", "Mine", square(102.90, 102.905))))
    assert "does not serve this place" in text(elsewhere.post(TAKE_IN, foreign))


def test_it_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    there = client.post(f"{LIST}KS01A/", typed(what="redraw", en="Duohe")).headers["Location"]
    for path in (LIST, TAKE_IN, f"{LIST}KS01A/", there):
        client.get(path)
        with sql(at_most=10):
            client.get(path)


def test_how_an_area_was_drawn_before_is_shown_when_somebody_asks() -> None:
    agreed(split_in_two(), on=day_of(make.LATER), at=make.LATER)
    client = browser(make.administrator())
    page = text(client.get(f"{LIST}KS01A/"))
    (link,) = re.findall(r'href="(\?on=[^"]+)"', page)
    page = text(client.get(f"{LIST}KS01A/{link}"))
    assert "since ever" not in page, "what stood before a day did not stand for ever"
    assert "End this area" in page
    assert re.search(r'aria-label="The area on \d', page)
    assert page.count('<path class="y-area"') == 3, "as it was, and the two of today"
    decide(client, client.post(f"{LIST}KS01B/", typed(what="redraw", en="Otherwise")).headers["Location"])
    page = text(client.get(f"{LIST}KS01B/"))
    assert "Otherwise" in page
    assert "?on=" not in page, "another name is no other picture"
    for odd in ("?on=9999-99-99", "?on=x", "?on=9999-12-31"):
        assert 'aria-label="The area as it stands' in text(client.get(f"{LIST}KS01A/{odd}"))
