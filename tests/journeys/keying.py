"""Going about a page without a mouse: with the Tab key to everything, and the focus can be seen wherever it goes."""

import pytest
from playwright.sync_api import Locator, Page

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
#: How many presses it takes at least, as far as the page can tell: to ask after each one would take most of the time.
STEPS = f"""wanted => {{
  const any = "a[href], button, input, select, textarea, summary, [tabindex]";
  const all = [...document.querySelectorAll(any)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && one.getClientRects().length
    && (one.type !== "radio" || one === all_radios(one)));
  function all_radios(one) {{
    const group = [...document.querySelectorAll(`input[type=radio][name="${{one.name}}"]`)];
    return group.find((each) => each.checked) ?? group[0];
  }}
  const goal = wanted.type === "radio" ? all_radios(wanted) : wanted;
  return all.indexOf(goal) - all.indexOf({FOCUS}) - 1;
}}"""
MOST = 250  # presses: a page with more than that between somebody and a button would be no page for the keyboard


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


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there. Of a row of radio buttons only one is on the way; arrows go on from it."""
    wanted = wanted.first
    wanted.wait_for(state="attached")
    for _ in range(max(0, wanted.evaluate(STEPS))):
        page.keyboard.press("Tab")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate(f"""wanted => wanted === {FOCUS}
            || (wanted.type === "radio" && {FOCUS}.type === "radio" && {FOCUS}.name === wanted.name)"""):
            assert page.evaluate(IS_SEEN), f"the focus cannot be seen on: {focused(page)}"
            return
    pytest.fail(f"Tab never came to {wanted}")


def choose(page: Page, wanted: Locator) -> None:
    """The radio button among its own."""
    for _ in range(20):
        page.keyboard.press("Space")
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
        if wanted.is_checked():
            return
    pytest.fail(f"the arrows never came to {wanted}")


def pick(page: Page, field: Locator, value: str) -> None:
    """The choice with this value, in a list that has the focus: with the arrows, as far as it is away."""
    steps = int(
        field.evaluate(
            """(field, value) => {
              const open = [...field.options].filter((one) => !one.disabled);
              return open.findIndex((one) => one.value === value) - open.indexOf(field.options[field.selectedIndex]);
            }""",
            value,
        )
    )
    for _ in range(abs(steps)):
        page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
    assert field.input_value() == value, f"the arrows came to {field.input_value()}, not to {value}"


def type_day(page: Page, field: Locator, day: str) -> None:
    """A day (2026-03-02) into the field that has the focus. In which order its parts stand is the browser's matter."""
    year, month, number = day.split("-")
    for order in ((month, number, year), (year, month, number), (number, month, year)):
        for place, part in enumerate(order):
            for key in ["ArrowLeft"] * 3 + ["ArrowRight"] * place:
                page.keyboard.press(key)
            page.keyboard.type(part)
        if field.input_value() == day:
            return
    pytest.fail(f"{day} could not be typed: {field.input_value()}")
