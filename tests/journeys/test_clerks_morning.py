"""A clerk's morning, in Chinese: the lists, the keys, and always back at the same place."""

import itertools
from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.keying import reach
from tests.journeys.walking import DESK, WIDE, Walker
from yimen.cases.rules import State

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
HERE = "document.activeElement"


def test_a_clerk_narrows_saves_sorts_and_hands_over_without_a_mouse(somebody: Somebody) -> None:
    """What no office was found for; the Tibetan ones of it, saved; one gets its category, one is handed over.

    After each step the clerk is back in the same list, and u comes back to the row it left.
    """
    tibetan = [make.open_case(language="bo").pk for _ in range(3)]
    make.open_case()
    clerk = somebody(DESK, "zh-hans", keys=True).sign_in("one-door-clerk")
    assert clerk.reads("My turn")
    clerk.go(lambda: press(clerk, "g", "n"))
    assert clerk.reads("No office found yet")

    press(clerk, "/")
    assert clerk.page.evaluate(f"{HERE}.name") == "state"
    clerk.fill(language="bo").press("Show")
    clerk.fill(called="藏语事项").press("Save")
    assert clerk.reads("The list is saved. It stands at the side now.")
    assert rows(clerk) == tibetan
    clerk.page.locator(".y-lists [aria-current]", has_text="藏语事项 3").wait_for()
    mine = clerk.page.url

    press(clerk, "j", "j")
    clerk.go(lambda: press(clerk, "Enter")).explain()
    clerk.go(lambda: press(clerk, "u"))
    assert clerk.page.url == f"{mine}#case-{tibetan[1]}"
    clerk.page.wait_for_function(f"{HERE}.innerText.startsWith('{tibetan[1]} ')")

    clerk.go(lambda: press(clerk, "o"))
    clerk.go(lambda: press(clerk, "a")).fill(category=make.LAMP).press("Find the category")
    assert (clerk.page.url, rows(clerk)) == (mine, [tibetan[0], tibetan[2]])
    hands_over_and_goes_on(clerk, tibetan, mine)


def hands_over_and_goes_on(clerk: Walker, tibetan: list[int], mine: str) -> None:
    """The next one is another office's; then from list to list by two keys, until the keys are switched off."""
    press(clerk, "k")
    clerk.go(lambda: press(clerk, "o")).explain().press("Hand over")
    clerk.fill(office="KS-housing", text="这是房屋的事。")
    press(clerk, "u", "a", "g", "m")  # letters in a field are letters
    assert "hand-over" in clerk.page.url
    clerk.press("Hand over")
    assert (clerk.page.url, rows(clerk)) == (mine, [tibetan[0]])
    clerk.go(lambda: press(clerk, "g", "m"))
    clerk.go(lambda: press(clerk, "g", "1"))
    assert clerk.page.url == mine

    press(clerk, "?")
    clerk.page.locator("#keys[open]").wait_for()
    clerk.arrived()
    reach(clerk.page, clerk.page.locator("#keys button"))
    clerk.go(lambda: press(clerk, "Enter"))
    press(clerk, "j")
    assert clerk.page.evaluate(f"{HERE} === document.body")  # switched off


def test_on_a_wide_screen_a_case_is_worked_on_beside_its_list_which_keeps_still(somebody: Somebody) -> None:
    """A handler says why, accepts and answers beside the list; what comes meanwhile is said, and no row moves."""
    cases = [make.case().pk for _ in range(3)]
    handler = somebody(WIDE, "zh-hans", keys=True).sign_in("urban-handler")
    page, list_ = handler.page, handler.page.url
    press(handler, "j", "j", "Enter")
    page.locator("#beside [name=purpose]").first.wait_for()
    assert page.url.endswith(f"/desk/cases/{cases[1]}/")
    handler.arrived()
    beside(handler, "Open the case")
    page.locator("#beside .y-words").first.wait_for()
    handler.arrived()
    assert page.locator(".y-rows > li.is-here").get_attribute("id") == f"case-{cases[1]}"
    panes = [page.locator(part).bounding_box() for part in (".y-lists", "#main", "#beside")]
    for left, right in itertools.pairwise(panes):
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]  # side by side
    press(handler, "a")  # accept
    page.locator("#beside .y-notice--done").wait_for()
    assert handler.say("The list has changed.") in page.locator(".y-news p").inner_text()

    press(handler, "a")  # answer
    page.locator("#beside [name=opinion]").wait_for()
    handler.arrived()
    handler.fill(outcome="done", opinion="灯已修好。")
    press(handler, "Escape")  # what is typed is not thrown away
    assert page.locator("[name=opinion]").input_value() == "灯已修好。"
    beside(handler, "Answer")
    page.locator("#beside .y-notice--done").wait_for()
    assert State(make.fresh(make.Case(pk=cases[1])).state) is State.ANSWERED
    assert rows(handler) == cases  # until one asks for it
    hears_what_came_and_looks(handler, cases, list_)


def hears_what_came_and_looks(handler: Walker, cases: list[int], list_: str) -> None:
    """What came is counted; back at the list, where one was; and the new ones only when one asks for them."""
    page = handler.page
    for _ in range(3):
        make.case()
    page.evaluate("document.dispatchEvent(new Event('y-look'))")
    page.get_by_text(handler.say("%(new)d new", new=2)).wait_for()  # one went, three came
    page.locator("#count-mine", has_text="5").wait_for()
    assert rows(handler) == cases
    press(handler, "Escape")
    assert page.url == list_
    assert str(page.evaluate(f"{HERE}.innerText")).startswith(str(cases[1]))
    reach(page, page.locator(".y-news a"))
    handler.go(lambda: press(handler, "Enter"))
    assert len(rows(handler)) == 5

    press(handler, "j", "Enter")
    page.locator("#beside [name=purpose]").first.wait_for()
    page.go_back()
    page.locator("#beside .govuk-hint").wait_for()
    assert rows(handler)


def press(walker: Walker, *keys: str) -> None:
    """One key after the other."""
    for key in keys:
        walker.page.keyboard.press(key)


def rows(walker: Walker) -> list[int]:
    """The cases of the list, in its order."""
    return [int(words.split()[0]) for words in walker.page.locator(".y-rows .y-what a").all_inner_texts()]


def beside(walker: Walker, words: str) -> None:
    """Press a button in the case beside the list."""
    reach(walker.page, walker.page.locator("#beside").get_by_role("button", name=walker.say(words), exact=True))
    press(walker, "Enter")
