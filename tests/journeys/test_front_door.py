"""The front door in a real browser."""

from collections.abc import Callable

import pytest

from tests.journeys.walking import PHONE, Walker

pytestmark = pytest.mark.journey


def test_the_front_door_opens_in_a_town_that_is_not_set_up_yet(somebody: Callable[..., Walker]) -> None:
    """A newcomer opens the first page, reads what this is, changes the language, and reads who runs it."""
    newcomer = somebody(PHONE, "zh-hans").open("/")
    newcomer.language = "bo"
    newcomer.go(newcomer.page.locator(".y-switch a[lang=bo]").click)
    newcomer.go(newcomer.page.locator("footer a").first.click)
    assert newcomer.reads("Who runs this")


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ('<html lang="en"><title>Door</title><main>Door</main>', "about:blank"),
        ('<html lang="zh-hans"><title>门</title><main><img src="/x.png">', "image-alt"),
        ('<html lang="zh-hans"><title>门</title><main><p style="width:900px">门', "wider than"),
    ],
)
def test_the_checks_of_every_page_bite(somebody: Callable[..., Walker], page: str, wrong: str) -> None:
    """A page in another language, a picture without words, and a page that is too wide do not pass."""
    newcomer = somebody(PHONE, "zh-hans")
    newcomer.page.set_content(f"<!doctype html>{page}")
    with pytest.raises(AssertionError, match=wrong):
        newcomer.arrived()


def test_letters_that_have_paled_are_seen_on_a_page_that_was_judged_before(somebody: Callable[..., Walker]) -> None:
    """Contrast is judged once for each look (see ``judging.py``); what looks new is judged wherever it stands."""
    newcomer = somebody(PHONE, "zh-hans").open("/").open("/")
    newcomer.page.evaluate("document.querySelector('main p').style.color = '#bbb'")
    with pytest.raises(AssertionError, match="color-contrast"):
        newcomer.arrived()
