"""The pictures of README and the guides, taken on a walk through the invented town.

``YIMEN_PICTURES=1 bin/test tests/journeys/test_pictures.py`` takes them anew, into ``docs/pictures/``.
"""

import io
import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.journeys.running import ROOT, RunningTown
from tests.journeys.walking import WIDE, Walker
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.skipif(
        "YIMEN_PICTURES" not in os.environ, reason="Pictures are taken only when YIMEN_PICTURES is set."
    ),
]
PICTURES = ROOT / "docs" / "pictures"
PHONE, DESK = (360, 960), (1366, 960)  # as wide as those of the journeys, and as high as each other
LAMP = "urban.lighting"
GROUND = "#d9d5cc"
COLOURS = 256  # enough for letters and flat colours, at a third of the bytes
TOLD = {
    "zh-hans": (
        "小学门口的路灯三个晚上没亮了，孩子放学看不见路。",
        "学校正门左边第二根",
        "谢谢，今晚会派人去看。是左边还是右边？",
    ),
    "bo": ("སློབ་ཆུང་གི་སྒོ་འགྲམ་གྱི་ལམ་སྒྲོན་དགོང་མོ་གསུམ་ལ་མ་འབར།", "སློབ་གྲྭའི་སྒོ་ཆེན་གྱི་གཡོན་ཕྱོགས།", "བཀྲ་ཤིས་བདེ་ལེགས། གཡོན་ཡིན་ནམ་གཡས་ཡིན།"),
}


PENSION = "welfare.veterans"
MORE_TIME = "需要向原部队核实服役年限。"
PARTS = {
    "outcome": "explain",
    "claims": "要求补发2024年起的优待金。",
    "facts": "经核实，服役年限从2006年12月算起。",
    "opinion": "自2025年1月起补发，2024年的不符合条件。",
    "basis": "《退役军人保障法》第五十六条",
}
PETITION = [
    ("zh-hans", "我退伍多年，优待金一直没有发给我。", "2024年的文件里也有我的名字。"),
    ("bo", "དམག་མི་ནས་ལོག་ནས་ལོ་མང་སོང་། རོགས་དངུལ་ད་དུང་མ་ཐོབ།", "2024ལོའི་ཡིག་ཆའི་ནང་ངའི་མིང་ཡོད།"),
]


@pytest.mark.parametrize("language", list(TOLD))
def test_the_pictures_are_taken_on_the_way_of_a_case(browser: "Browser", kelsang: RunningTown, language: str) -> None:
    """A resident tells of a dark lamp; a clerk finds the category; urban management accepts and asks.

    In the end the resident sees all of it, and who looked. Staff read Chinese, whatever the resident reads.
    """
    words, where, question = TOLD[language]
    with (
        Walker(browser, kelsang.url, PHONE, language) as resident,
        Walker(browser, kelsang.url, DESK, "zh-hans") as clerk,
        Walker(browser, kelsang.url, DESK, "zh-hans") as handler,
    ):
        keep(resident.open("/"), f"home-{language}")
        resident.press("Tell us").fill(words=words)
        keep(resident, f"tell-{language}")
        resident.unfold("Where it is").fill(place_words=where)
        keep(resident.press("Send"), f"receipt-{language}")

        clerk.sign_in("clerk", SAMPLE_PASSWORD)
        number = newest(clerk.open(f"/desk/?list=all&state=received&language={language}"))
        keep(clerk.open(f"/desk/cases/{number}/"), "desk-why")
        keep(clerk.explain().press("Find the category").fill(category=LAMP), "desk-category")
        clerk.press("Find the category")

        keep(handler.sign_in("handler", SAMPLE_PASSWORD), "desk-list")
        open_one_beside(handler)
        handler.open(f"/desk/cases/{number}/").explain().press("Accept the case")
        keep(handler.press("Ask the resident").fill(text=question), "desk-ask")
        at_desk = keep(handler.press("Ask the resident"), "desk-case")
        keep(handler.open("/desk/search/?words=路灯"), "desk-search")

        resident.open("/case/").page.locator("dl details summary").first.click()
        resident.page.evaluate("scrollTo(0, 0)")
        beside(keep(resident, f"case-{language}"), at_desk).save(PICTURES / "case.png", optimize=True)
        looked = resident.page.locator("details", has_text=resident.say("Who looked"))
        looked.locator("summary").first.click()
        looked.evaluate("part => part.scrollIntoView({block: 'center'})")
        keep(resident, f"who-looked-{language}")


def test_the_pictures_of_the_supervisor(browser: "Browser", kelsang: RunningTown) -> None:
    """What the supervisor of the whole town sees first, and the list of what is late below."""
    with Walker(browser, kelsang.url, DESK, "zh-hans") as supervisor:
        supervisor.sign_in("supervisor", SAMPLE_PASSWORD)
        keep(supervisor.open("/desk/overview/"), "supervisor-overview")
        keep(supervisor.press("Inspection list"), "supervisor-inspection")


@pytest.mark.parametrize(("language", "words", "why"), PETITION, ids=list(TOLD))
def test_the_pictures_of_a_petition(
    browser: "Browser", kelsang: RunningTown, language: str, words: str, why: str
) -> None:
    """It needs more time, is answered, and its resident does not agree: the town's own office looks at it once more."""
    with (
        Walker(browser, kelsang.url, PHONE, language) as resident,
        Walker(browser, kelsang.url, DESK, "zh-hans") as handler,
        Walker(browser, kelsang.url, DESK, "zh-hans") as head,
    ):
        resident.open("/").press("Tell us").fill(words=words, category=PENSION).press("Send")
        handler.sign_in("civil", SAMPLE_PASSWORD)
        number = newest(handler.open(f"/desk/?list=all&state=received&language={language}"))
        handler.open(f"/desk/cases/{number}/").explain().press("Accept the case")
        handler.press("Ask for more time").fill(text=MORE_TIME).press("Ask for more time")
        head.sign_in("supervisor", SAMPLE_PASSWORD).open(f"/desk/cases/{number}/").explain()
        keep(head.press("Give more time"), "desk-more-time")
        head.press("Give more time")
        handler.open(f"/desk/cases/{number}/answer/").fill(**PARTS).press("Answer")
        resident.open("/case/").page.locator(".y-now details summary").first.click()
        keep(resident, f"review-{language}")
        resident.press("Ask for a review").fill(text=why).press("Ask for the review")
        head.open(f"/desk/cases/{number}/").press("Give the opinion of the review").fill(finding="changed")
        head.fill(**PARTS).page.evaluate("scrollTo(0, 0)")
        keep(head, "desk-review")


def open_one_beside(handler: Walker) -> None:
    """On a wide screen the second case of the list stands beside it."""
    handler.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    handler.open("/desk/?list=due")
    for key in ("j", "j", "Enter"):
        handler.page.keyboard.press(key)
    handler.page.locator("#beside [name=purpose]").first.wait_for()
    handler.page.keyboard.press("Tab")
    handler.page.locator("#beside form button").click()
    handler.page.locator("#beside .y-verbs").wait_for()
    keep(handler, "desk-beside")
    handler.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def test_the_pictures_of_a_visit(browser: "Browser", kelsang: RunningTown) -> None:
    """A number by the tablet, the screen, the counter, the case and its receipt. On a day on which the town works."""
    words, where, _question = TOLD["zh-hans"]
    with (
        Walker(browser, kelsang.url, DESK, "zh-hans") as clerk,
        Walker(browser, kelsang.url, (1024, 640), "zh-hans") as tablet,
        Walker(browser, kelsang.url, DESK, "zh-hans") as screen,
    ):
        clerk.sign_in("clerk", SAMPLE_PASSWORD).open("/desk/queue/?counter=2")
        door, room = (clerk.page.locator(f"a[href*={what}]").get_attribute("href") for what in ("tablet", "screen"))
        for _ in range(3):
            tablet.page.goto(door or "")
            tablet.page.locator("button[value=zh-hans]").click()
            tablet.page.locator("button[value=A]").wait_for()
            keep(tablet, "visit-tablet")
            tablet.page.locator("button[value=A]").click()
            tablet.page.locator(".y-ticket").wait_for()
        keep(tablet, "visit-number")
        keep(clerk.open("/desk/queue/?counter=2").press("Call the next"), "visit-queue")
        keep(screen.open(room or ""), "visit-screen")
        clerk.press("Take a case in").fill(words=words, category="路灯", place="那吾", place_words=where)
        keep(clerk, "visit-take-in")
        keep(clerk.press("Read back"), "visit-read-back")
        keep(clerk.press("It is right: write it down"), "visit-receipt")


def test_the_pictures_of_the_administrator(browser: "Browser", kelsang: RunningTown) -> None:
    """How the areas are covered, a new village on its way, a change of areas before it is made, and leave."""
    with Walker(browser, kelsang.url, DESK, "zh-hans") as administrator:
        administrator.sign_in("administrator", SAMPLE_PASSWORD)
        keep(administrator.open("/desk/town/coverage/"), "administrator-coverage")
        administrator.open("/desk/town/villages/").fill(township="KS01", zh="新河村", bo="ཤིན་ཧོ་གྲོང་ཚོ།", en="Xinhe")
        administrator.press("Set up the village").fill(areas="新河第1片区\n新河第2片区").press("Set up the areas")
        keep(administrator, "administrator-village")
        administrator.open("/desk/town/areas/KS010104/").unfold("Merge another one into it")
        administrator.page.locator("#merge_other").select_option("KS010103")
        merging = administrator.page.locator("details[open] button")
        keep(administrator.go(merging.click), "administrator-areas")
        keep(administrator.open("/desk/leave/"), "administrator-leave")


def newest(staff: Walker) -> int:
    """The number of the case that came last, of those in the list."""
    return max(int(words.split()[0]) for words in staff.page.locator(".y-rows a").all_inner_texts())


def test_the_pictures_of_a_call(browser: "Browser", kelsang: RunningTown) -> None:
    """Somebody calls about a dark lamp; beside the form the clerk looks up what the town answers."""
    with Walker(browser, kelsang.url, DESK, "zh-hans") as clerk:
        clerk.sign_in("clerk", SAMPLE_PASSWORD).open("/desk/phone/").page.keyboard.press("Alt+c")
        clerk.page.locator("[data-since]").wait_for()
        clerk.fill(words=TOLD["zh-hans"][0], category="路灯", place="那吾镇", q="路灯").page.locator("#ask").click()
        clerk.page.locator("#found :is(details, p)").first.wait_for()
        clerk.page.evaluate("scrollTo(0, 0)")
        keep(clerk, "phone-call")
        clerk.page.keyboard.press("Alt+w")
        clerk.go(lambda: clerk.page.keyboard.press("Control+Enter"))
        clerk.go(lambda: clerk.page.keyboard.press("Enter"))
        keep(clerk, "phone-receipt")


def keep(walker: Walker, name: str) -> Image.Image:
    """What they see now, as a file of few colours."""
    walker.page.evaluate("document.fonts.ready")
    seen = Image.open(io.BytesIO(walker.page.screenshot())).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    seen.save(PICTURES / f"{name}.png", optimize=True)
    return seen


def beside(phone: Image.Image, desk: Image.Image) -> Image.Image:
    """Telephone and desk side by side, on a quiet ground."""
    edge = 24
    size = (phone.width + desk.width + 3 * edge, max(phone.height, desk.height) + 2 * edge)
    together = Image.new("RGB", size, GROUND)
    together.paste(phone.convert("RGB"), (edge, edge))
    together.paste(desk.convert("RGB"), (phone.width + 2 * edge, edge))
    return together.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
