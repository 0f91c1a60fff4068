"""A handler who uses no mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests import make
from tests.journeys import keying
from tests.journeys.keying import FOCUS, focused, reach, tab_to
from tests.journeys.walking import DESK, WIDE, Walker
from tests.make_town import PASSWORD
from yimen.cases.rules import State

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.journey, pytest.mark.slow]


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


def test_a_case_is_opened_and_accepted_by_single_keys(somebody: Callable[..., Walker]) -> None:
    """The usual purpose is one key, too; a key that is held presses one button. Reading the keys loses no place."""
    case = make.case()
    handler = somebody(DESK, "en").sign_in("urban-handler")
    page, keys = handler.page, handler.page.keyboard
    keys.press("j")
    row = focused(page)
    for closing in ("?", "Escape"):
        keys.press("?")
        assert page.evaluate(f"{FOCUS}.closest('#keys[open]') !== null")
        keys.press(closing)
        assert focused(page) == row
    handler.go(lambda: keys.press("o"))
    handler.go(lambda: keys.down("a"))  # why: as usual
    assert handler.one("Accept the case").is_visible()
    keys.down("a")  # still held
    page.wait_for_timeout(300)
    assert make.fresh(case).state == State.RECEIVED
    keys.up("a")
    handler.go(lambda: keys.press("a"))
    assert make.fresh(case).state == State.HANDLING


@pytest.mark.parametrize(
    "button",
    ["<button tabindex=-1>Go</button>", "<button style='outline: none'>Go</button>", "<a onclick='go()'>Go</a>"],
)
def test_what_no_key_reaches_or_shows_is_found(
    browser: "Browser", button: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keying, "MOST", 20)  # presses: there are two things on this page
    page = browser.new_page()
    page.set_content(f"<style>* {{ box-shadow: none }}</style><a href='#'>First</a>{button}")
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        reach(page, page.get_by_text("Go"))
    page.close()


#: Pages of verbs, and what is chosen there without typing a letter.
CHOSEN = (
    ("case", "hand-over", "office", "KS-housing"),
    ("accepted_case", "answer", "outcome", "done"),
    ("case", "referral", "door", "court"),
)


@pytest.mark.parametrize("screen", [DESK, WIDE])
@pytest.mark.parametrize("choice", CHOSEN, ids=[row[1] for row in CHOSEN])
def test_no_key_throws_away_what_was_chosen(
    somebody: Callable[..., Walker], screen: tuple[int, int], choice: tuple[str, str, str, str]
) -> None:
    """As a page, and beside the list; before anything is chosen, u goes back."""
    made, verb, name, value = choice
    case, _next = getattr(make, made)(), getattr(make, made)()
    handler = somebody(screen, "en").sign_in("urban-handler")
    page, address = handler.page, f"**/desk/cases/{case.pk}/"
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(address)
    page.get_by_role("button", name="Open the case").click()
    link = page.locator(f"main a[href$='/{verb}/'], #beside a[href$='/{verb}/']").first
    link.click()
    page.wait_for_url(f"{address}{verb}/")
    page.locator(f"[name={name}]").first.wait_for()
    page.evaluate(f"{FOCUS}.blur()")
    page.keyboard.press("u")
    page.wait_for_url(address)
    link.click()
    page.wait_for_url(f"{address}{verb}/")
    page.locator(f"[name={name}]").first.wait_for()
    handler.fill(**{name: value})
    page.evaluate(f"{FOCUS}.blur()")
    for key in ("u", "Escape", "a", "g", "m", "j", "o"):  # the last two: the next case of the list beside it
        page.keyboard.press(key)
    page.wait_for_timeout(300)  # longer than a page of this town takes
    assert page.url.endswith(f"/{verb}/")
    chosen = page.locator(f"select[name={name}], [name={name}]:checked")
    assert chosen.input_value() == value


def test_a_day_is_typed_and_a_choice_is_made_by_keys_or_the_journey_fails(browser: "Browser") -> None:
    page = browser.new_page()
    page.set_content(
        "<input type=date id=day><input type=date id=shut readonly>"
        "<select><option value=a>A<option value=b disabled>B<option value=c selected>C<option value=d>D</select>"
    )
    for field, typed in (("#day", "2026-03-02"), ("#day", "2027-11-30")):
        page.locator(field).focus()
        keying.type_day(page, page.locator(field), typed)
        assert page.locator(field).input_value() == typed
    page.locator("#shut").focus()
    with pytest.raises(pytest.fail.Exception, match="could not be typed"):
        keying.type_day(page, page.locator("#shut"), "2026-03-02")
    page.locator("select").focus()
    for value in ("a", "d"):
        keying.pick(page, page.locator("select"), value)
        assert page.locator("select").input_value() == value
    with pytest.raises(AssertionError, match="the arrows came to"):
        keying.pick(page, page.locator("select"), "b")
    page.close()
