"""A visit from the door to the receipt: a number by the tablet, the waiting screen, the counter, the case, paper."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import DESK, WIDE, Walker
from yimen.cases.models import Case
from yimen.kernel import clock
from yimen.people.models import Post
from yimen.visits.models import Ticket
from yimen.visits.queries import tablet_key

pytestmark = [pytest.mark.journey, pytest.mark.slow]
TABLET = (1024, 768)
CENTRE = "/centre/KS-one-door/"
TOLD = {
    "zh-hans": ("小学门口的路灯三个晚上没亮了，孩子放学看不见路。", "路灯", "那吾镇", "学校正门左边第二根"),
    "bo": ("སློབ་ཆུང་གི་སྒོ་འགྲམ་གྱི་ལམ་སྒྲོན་དགོང་མོ་གསུམ་ལ་མ་འབར།", "路灯", "ན་བོ་", "སློབ་གྲྭའི་སྒོ་ཆེན་གྱི་གཡོན་ཕྱོགས།"),
}
#: Seconds that a key takes an office's typist (Card, Moran and Newell's keystroke-level model), and that one thinks
#: before each step. Chinese and Tibetan take about three keys a sign.
A_KEY, A_THOUGHT, KEYS_A_SIGN = 0.28, 1.35, 3
READING_BACK = 20  # seconds, for reading three sentences aloud
TWO_MINUTES = 120


@pytest.mark.parametrize("language", list(TOLD))
def test_from_the_door_to_the_receipt(
    somebody: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The clerk needs no mouse and no more than two minutes."""
    make.town()
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)
    screen = somebody(WIDE, language)
    screen.page.clock.install()
    screen.open(f"{CENTRE}screen/")
    at_the_door(somebody(TABLET, language))
    clerk = somebody(DESK, language).sign_in(Post.objects.get(office__code="KS-one-door", role="clerk").code)
    clerk.open("/desk/queue/").go(lambda: clerk.page.keyboard.press("a"))
    screen.page.clock.run_for(5_000)
    screen.page.locator(".y-called li", has_text="A001").wait_for()
    screen.arrived()
    thoughts_and_keys = written_down(clerk, language)
    assert seconds(*thoughts_and_keys) < TWO_MINUTES, thoughts_and_keys
    case = Case.objects.get()
    assert (case.channel, case.language, case.words) == ("visit", language, TOLD[language][0])
    assert on_paper(clerk)


def at_the_door(tablet: Walker) -> None:
    """Two touches; then nothing of it can be reached from this tablet."""
    start = f"{CENTRE}tablet/{tablet_key('KS-one-door')}/"
    tablet.page.clock.install()
    tablet.page.goto(start)
    steps = tablet.page.evaluate("history.length")
    tablet.page.locator(f"button[value={tablet.language}]").click()
    tablet.page.locator("button[value=A]").click()
    tablet.page.locator(".y-ticket", has_text="A001").wait_for()
    tablet.arrived()
    assert tablet.context.cookies() == []
    tablet.page.clock.run_for(31_000)
    tablet.page.locator("button[value=bo]").wait_for()
    assert "A001" not in tablet.page.content()
    assert tablet.page.evaluate("history.length") == steps, "there is no step to go back to"
    assert Ticket.objects.get().language == tablet.language


def written_down(clerk: Walker, language: str) -> tuple[int, int]:
    """By the keyboard alone, as keys are counted; how many thoughts and keys it took."""
    words, category, place, where = TOLD[language]
    typed = 0

    def press(*keys: str) -> None:
        nonlocal typed
        for key in keys:
            clerk.page.keyboard.press(key)
            typed += 1

    def write(text: str) -> None:
        nonlocal typed
        clerk.page.keyboard.insert_text(text)
        typed += KEYS_A_SIGN * len(text)

    clerk.go(lambda: press("g", "t"))
    for text in (words, category, place, where):
        write(text)
        press("Tab")
    clerk.go(lambda: press("Control+Enter"))
    assert clerk.reads("Read this to the resident, or turn the screen")
    assert words in clerk.text(".y-read-back")
    clerk.go(lambda: press("Enter"))
    assert clerk.page.locator(".y-receipt").count()
    return 8, typed


def seconds(thoughts: int, keys: int) -> float:
    """How long it takes a clerk."""
    return A_THOUGHT * thoughts + A_KEY * keys + READING_BACK


def on_paper(clerk: Walker) -> bool:
    """The receipt fits a roll of 58 millimetres, one of 80, and a sheet; nothing of the desk is printed with it."""
    assert clerk.page.evaluate("document.activeElement.matches('[data-print]')"), "Enter prints"
    clerk.page.emulate_media(media="print")
    for millimetres in (48, 72, 186):
        clerk.page.set_viewport_size({"width": round(millimetres * 96 / 25.4), "height": 1000})
        assert clerk.is_within_the_screen(), f"{millimetres} mm"
        assert not clerk.page.locator(".y-sections, .y-lists, .y-buttons, .y-head").locator("visible=true").count()
    return clerk.page.locator(".y-qr svg").is_visible()
