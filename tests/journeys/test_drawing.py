"""An administrator draws an area with a finger, on a telephone."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import NARROW, Walker

pytestmark = [pytest.mark.journey, pytest.mark.slow]


def test_corners_are_tapped_taken_back_and_looked_at(somebody: Callable[..., Walker]) -> None:
    """Each tap is a corner, a second one on the same spot is none; the line that splits is tapped as well."""
    make.town()
    finger = somebody(NARROW, "zh-hans", has_touch=True).sign_in("town-office-administrator")
    page = finger.open("/desk/town/areas/KS01A/").page
    page.get_by_role("button", name=finger.say("Show a map")).tap()
    box = page.locator("#map")
    box.locator(".y-outline").first.wait_for()
    assert page.locator("#redraw_points").is_visible(), "the form that is meant is unfolded"

    def tap(x: float, y: float) -> None:
        size = box.bounding_box()
        assert size is not None
        box.tap(position={"x": size["width"] * x, "y": size["height"] * y})

    points = page.locator("#redraw_points")
    for at in ((0.3, 0.3), (0.3, 0.3), (0.3, 0.7), (0.7, 0.7), (0.5, 0.2)):
        tap(*at)
    assert len(points.input_value().splitlines()) == 4
    assert page.locator(".y-corner").count() == 4
    page.get_by_role("button", name=finger.say("Take the last corner back")).tap()
    tap(0.7, 0.3)
    corners = points.input_value().splitlines()
    assert len(corners) == 4

    finger.arrived().unfold("Split it")
    points.wait_for(state="hidden")  # the corners go to the form that was unfolded last
    tap(0.5, 0.02)
    tap(0.5, 0.98)
    assert points.input_value().splitlines() == corners
    form = page.locator("form:has([name=what][value=split])")
    form.locator("[name=code]").fill("KS01W")
    finger.go(form.get_by_role("button", name=finger.say("Look at what would change")).tap)
    assert "KS01W" in finger.text()
    drawn, map_ = page.locator("figure.y-drawn"), page.locator("figure.y-drawn > svg")
    frame, picture = drawn.bounding_box(), map_.bounding_box()
    assert frame is not None
    assert picture is not None
    assert picture["width"] > 0.8 * frame["width"], "the picture has the width that it may have"
    assert picture["height"] <= frame["height"], "what stands below it stands below it"
