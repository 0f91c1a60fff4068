"""Small screens and large letters: every public page can be read and pressed without pushing it sideways."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import NARROW, PHONE, Walker

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ADDRESSES = (
    "/",
    "/tell/",
    "/follow/",
    "/kept/",
    "/about/",
    "/case/",
    "/case/remarks/",
    "/case/rating/",
    "/case/withdrawal/",
)
FINGER = 44  # pixels
#: What is pressed on these pages. (That other links keep WCAG's 24 pixels, axe sees.)
MAIN = ".y-button, .y-door, .y-switch a, summary, input:not([type=hidden]), select, textarea"
TOO_SMALL = f"""Array.from(document.querySelectorAll({MAIN!r})).filter((each) => {{
  const label = each.matches("[type=radio], [type=checkbox]") ? each.nextElementSibling : each;
  const size = label.getBoundingClientRect();
  return each.checkVisibility() && Math.max(size.height, each.getBoundingClientRect().height) < {FINGER};
}}).map((each) => each.outerHTML.slice(0, 120))"""
#: As a reader does in the settings of the browser: all letters twice as large.
TWICE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


@pytest.mark.parametrize("language", ["zh-hans", "bo", "en"])
def test_every_public_page_fits_a_narrow_screen_and_large_letters(
    somebody: Callable[..., Walker], language: str
) -> None:
    """At 320 pixels, and at 360 with letters of twice the size, everything unfolded: all is within the screen.

    Whatever one presses on the way through a case is at least 44 pixels high.
    """
    receipt = make.receipt(words="桥边的路灯不亮了，晚上很黑。" * 3, place_words="小学前面")
    reader = somebody(PHONE, language).open("/follow/").fill(receipt=receipt.code).press("See my case")
    for address in ADDRESSES:
        fits(reader, address)


def test_the_receipt_fits_too(somebody: Callable[..., Walker]) -> None:
    """It is shown once, right after sending."""
    make.town()
    reader = somebody(NARROW, "bo").open("/tell/").fill(words="ཟམ་པའི་འགྲམ་གྱི་ལམ་སྒྲོན་མི་འབར།").press("Send")
    reader.page.evaluate(UNFOLD)
    assert reader.is_within_the_screen()
    enlarge(reader)
    assert reader.is_within_the_screen()


def fits(reader: Walker, address: str) -> None:
    reader.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    reader.open(address)
    reader.page.evaluate(UNFOLD)
    assert reader.is_within_the_screen(), f"{address} at {NARROW[0]} pixels"
    assert reader.page.evaluate(TOO_SMALL) == [], address
    enlarge(reader)
    assert reader.is_within_the_screen(), f"{address} with large letters"


def enlarge(reader: Walker) -> None:
    reader.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    reader.page.evaluate(TWICE)
