"""The front door in a real browser."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.journey


def test_the_front_door_opens_on_a_phone_and_nothing_is_wider_than_it(page: "Page") -> None:
    answer = page.goto("/")
    assert answer is not None
    assert answer.ok
    assert page.locator("html").get_attribute("lang")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
