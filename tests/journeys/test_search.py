"""A handler looks for a matter by its words, in three languages, with a mouse and without, and at a telephone."""

import os
from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import PHONE, Walker
from yimen.search.index import index_cases

pytestmark = [pytest.mark.journey, pytest.mark.slow]

DESK = (1366, 900)
TOLD = {
    "zh-hans": ("小学门口的路灯三个晚上没亮了，孩子放学看不见路。请打 13800000007。", "路灯"),
    "bo": ("སློབ་ཆུང་གི་སྒོ་འགྲམ་གྱི་ལམ་སྒྲོན་དགོང་མོ་གསུམ་ལ་མ་འབར།", "ལམ་སྒྲོན"),
    "en": ("The street lamp at the café door has been dark for three nights.", "cafe"),
}


@pytest.mark.parametrize("language", list(TOLD))
@pytest.mark.parametrize("screen", [PHONE, DESK])
def test_a_matter_is_found_by_its_words(
    somebody: Callable[..., Walker], language: str, screen: tuple[int, int]
) -> None:
    cases = [make.case(words=words, language=code) for code, (words, _) in TOLD.items()]
    index_cases([case.pk for case in cases])
    handler = somebody(screen, language).sign_in("urban-handler")
    handler.open("/desk/search/")
    handler.page.keyboard.press("/")
    for code, case in zip(TOLD, cases, strict=True):
        handler.page.locator("[name=words]").fill(TOLD[code][1])
        handler.go(lambda: handler.page.keyboard.press("Enter"))
        hit = handler.page.locator(".y-rows li", has_text=str(case.pk))
        assert hit.locator("mark").count() >= 1
        assert "13800000007" not in handler.page.content()
        _keep(handler, f"search-{code}-in-{language}-{screen[0]}")
    handler.page.keyboard.press("j")
    assert handler.page.evaluate("document.activeElement.closest('.y-rows') !== null")
    handler.page.locator("[name=words]").fill("13800000007")
    handler.go(lambda: handler.page.keyboard.press("Enter"))
    assert handler.page.locator("mark").count() == 0


def _keep(walker: Walker, name: str) -> None:
    if folder := os.environ.get("YIMEN_SHOTS"):
        walker.page.screenshot(path=f"{folder}/{name}.png", full_page=True)
