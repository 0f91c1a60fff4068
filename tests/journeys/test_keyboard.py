"""A handler who uses no mouse."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import make
from tests.journeys.walking import DESK, Walker
from tests.make_town import PASSWORD
from yimen.cases.rules import State

pytestmark = [pytest.mark.journey, pytest.mark.slow]

FOCUS = "document.activeElement"
#: The focus is seen when something is drawn around or behind it: it may be drawn by what covers a whole row, and by
#: the label of a radio button, which itself is not seen.
IS_SEEN = f"""(() => {{
  const here = {FOCUS};
  const places = [[here, null], [here, "::after"], [here.nextElementSibling, "::before"]];
  return places.some(([element, part]) => {{
    if (!element || (element === here && getComputedStyle(here).opacity === "0")) return false;
    const drawn = getComputedStyle(element, part);
    return (drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) >= 2) || drawn.boxShadow !== "none";
  }});
}})()"""


def test_a_handler_works_the_list_and_answers_by_keyboard(somebody: Callable[..., Walker]) -> None:
    """Sign in by typing; j and k go down and up the list, / to what narrows it, Enter opens; Tab reaches all else.

    Wherever the focus goes, it can be seen.
    """
    cases = [make.accepted_case(words=f"Lamp {number} is dark.") for number in range(3)]
    handler = somebody(DESK, "en").open("/desk/")
    page, keys = handler.page, handler.page.keyboard
    tab_to(page, "", name="login")
    keys.type("urban-handler")
    tab_to(page, "", name="password")
    keys.type(PASSWORD)
    handler.go(lambda: keys.press("Enter"))

    rows = page.locator(".y-rows a").all_inner_texts()
    assert len(rows) == len(cases)
    for key, row in [("j", 0), ("j", 1), ("j", 2), ("j", 2), ("k", 1)]:
        keys.press(key)
        assert focused(page) == rows[row]
    keys.press("/")
    assert page.evaluate(f"{FOCUS}.name") == "state"
    keys.press("j")  # in a field, letters are letters
    assert page.evaluate(f"{FOCUS}.name") == "state"
    tab_to(page, rows[1])

    handler.go(lambda: keys.press("Enter"))
    number = int(rows[1].split()[0])
    tab_to(page, "Open the case")
    handler.go(lambda: keys.press("Enter"))
    tab_to(page, "Answer")
    handler.go(lambda: keys.press("Enter"))
    tab_to(page, "", name="outcome")
    keys.press("Space")
    tab_to(page, "", name="opinion")
    keys.type("A new bulb was put in.")
    tab_to(page, "Answer")
    handler.go(lambda: keys.press("Enter"))

    case = next(case for case in cases if case.pk == number)
    assert make.fresh(case).state == State.ANSWERED


def focused(page: Page) -> str:
    """The words of what has the focus: its label, or what stands on it."""
    return str(page.evaluate(f"({FOCUS}.labels?.[0] ?? {FOCUS}).innerText").strip())


def tab_to(page: Page, words: str, *, name: str = "", most: int = 60) -> None:
    """Press Tab until the focus is on these words, or on the field with this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUS} === document.body"):
            continue
        assert page.evaluate(IS_SEEN), f"the focus cannot be seen on: {focused(page)}"
        if (name and page.evaluate(f"{FOCUS}.name") == name) or (not name and focused(page) == words):
            return
    pytest.fail(f"Tab never came to {words or name}")
