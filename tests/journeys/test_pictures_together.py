"""The pictures of offices that disagree, of advice, of standing in and of kept texts; taken like the others."""

import re
from typing import TYPE_CHECKING

import shapely

from tests.journeys.running import RunningTown
from tests.journeys.test_pictures import DESK, PHONE, TOLD, keep, newest, pytestmark
from tests.journeys.walking import Walker
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["pytestmark"]  # nothing here is taken unless it is asked for
LAMP, AREA = "urban.lighting", "KS010101"
HANDED, OBJECTED, DECIDED = "这盏灯在敬老院的院子里。", "灯在院墙外的路上，不属于敬老院。", "灯在路上，由城管办理。"
QUESTION = "校门口这段路晚上有多少人走？哪里最暗？"
ANSWER = "晚自习后有一百多个孩子走这里，桥头到校门一段最暗。"
TEMPLATE = "您好！您反映的{category}（{place}），我们在{due}前修好。如有疑问请打{telephone}。\n{office}"


def test_the_pictures_of_two_offices_that_disagree(browser: "Browser", kelsang: RunningTown) -> None:
    """Urban management hands a lamp over, civil affairs object, the town's own office decides."""
    with (
        Walker(browser, kelsang.url, PHONE, "zh-hans") as resident,
        Walker(browser, kelsang.url, DESK, "zh-hans") as urban,
        Walker(browser, kelsang.url, DESK, "zh-hans") as civil,
        Walker(browser, kelsang.url, DESK, "zh-hans") as town,
    ):
        tell(resident)
        number = newest(urban.sign_in("handler", SAMPLE_PASSWORD).open("/desk/?list=all&state=received"))
        urban.open(f"/desk/cases/{number}/").explain().press("Hand over")
        keep(top(urban.fill(office="KS-civil-affairs", text=HANDED)), "desk-hand-over")
        urban.press("Hand over")
        civil.sign_in("civil", SAMPLE_PASSWORD).open(f"/desk/cases/{number}/").explain().press("Object: not ours")
        keep(top(civil.fill(text=OBJECTED)), "desk-objection")
        civil.press("Object: not ours")
        town.sign_in("supervisor", SAMPLE_PASSWORD).open(f"/desk/cases/{number}/").explain()
        town.press("Decide whose case it is").fill(goes_back="yes", text=DECIDED)
        keep(top(town), "desk-decision")


def test_the_pictures_of_advice(browser: "Browser", kelsang: RunningTown) -> None:
    """The office asks the area lead of the place, who reads the question on a telephone and answers it."""
    with (
        Walker(browser, kelsang.url, PHONE, "zh-hans") as resident,
        Walker(browser, kelsang.url, DESK, "zh-hans") as urban,
        Walker(browser, kelsang.url, PHONE, "zh-hans") as lead,
        Walker(browser, kelsang.url, DESK, "zh-hans") as administrator,
    ):
        tell(resident, point=inside(administrator.sign_in("administrator", SAMPLE_PASSWORD), AREA))
        number = newest(urban.sign_in("handler", SAMPLE_PASSWORD).open("/desk/?list=all&state=received"))
        urban.open(f"/desk/cases/{number}/").explain().press("Accept the case").open(f"/desk/cases/{number}/advice/")
        whom = urban.page.locator("[name=post] option").nth(1).get_attribute("value") or ""
        keep(top(urban.fill(post=whom, text=QUESTION)), "desk-advice")
        urban.press("Ask for advice")
        lead.sign_in("village", SAMPLE_PASSWORD).open("/desk/post/")
        as_lead = lead.page.locator("label", has_text=lead.say("Area lead")).get_attribute("for") or ""
        lead.fill(post=as_lead.removeprefix("post-")).press("Act from this post")
        keep(lead.open("/desk/asked/"), "adviser-asked")
        lead.go(lead.page.locator(".y-what a").first.click)
        keep(top(lead.fill(text=ANSWER)), "adviser-question")


def test_the_picture_of_standing_in(browser: "Browser", kelsang: RunningTown) -> None:
    """A colleague of the handler is away; the handler chooses between the two posts."""
    with (
        Walker(browser, kelsang.url, DESK, "zh-hans") as chief,
        Walker(browser, kelsang.url, DESK, "zh-hans") as handler,
    ):
        name = handler.sign_in("handler", SAMPLE_PASSWORD).page.locator(".y-who a").first.inner_text()
        chief.sign_in("administrator", SAMPLE_PASSWORD).open("/desk/town/offices/?place=KS")
        chief.go(chief.page.locator("main a", has_text=re.compile("城市管理|城管")).first.click)
        for post in chief.page.locator("main a[href*='/posts/']").evaluate_all("all => all.map((one) => one.href)"):
            chief.page.goto(f"{kelsang.url}/desk/leave/{post.rstrip('/').rpartition('/')[2]}/")
            theirs = chief.page.locator("[name=stand_in] option", has_text=name)
            if theirs.count():
                break
        today = str(chief.page.evaluate("new Date().toISOString().slice(0, 10)"))
        stand_in = theirs.get_attribute("value") or ""
        chief.fill(from_on=today, last_on=today, stand_in=stand_in).press("Note the leave")
        keep(handler.open("/desk/post/"), "desk-standing-in")


def test_the_pictures_of_kept_texts(browser: "Browser", kelsang: RunningTown) -> None:
    """A template is read before it is published, and put into an answer; so is another limit, before it is set."""
    with (
        Walker(browser, kelsang.url, PHONE, "zh-hans") as resident,
        Walker(browser, kelsang.url, DESK, "zh-hans") as urban,
        Walker(browser, kelsang.url, DESK, "zh-hans") as administrator,
    ):
        tell(resident)
        urban.sign_in("handler", SAMPLE_PASSWORD).open("/desk/answers/new/answer/")
        form = {"category": LAMP, "title_zh-hans": "路灯：几时修好", "body_zh-hans": TEMPLATE}
        for field, words in form.items():
            urban.fill(**{field: words})
        urban.press("Keep the draft")
        keep(urban, "answers-template")
        urban.press("Publish the newest version")
        number = newest(urban.open("/desk/?list=all&state=received"))
        urban.open(f"/desk/cases/{number}/").explain().press("Accept the case").press("Answer")
        piece = urban.page.locator("[name=piece] option", has_text="几时修好").first.get_attribute("value") or ""
        urban.fill(outcome="done", piece=piece).one("Put it in").click()
        urban.page.locator("#doing [role=status]").wait_for()
        keep(top(urban), "answers-put-in")
        administrator.sign_in("administrator", SAMPLE_PASSWORD).open("/desk/town/limits/HOT_REPLY/")
        administrator.fill(length="7").press("See what it would do")
        keep(top(administrator), "answers-limit")


def tell(resident: Walker, **where: str) -> None:
    """A dark lamp, and where it is."""
    words, place, _question = TOLD["zh-hans"]
    resident.open("/tell/").fill(words=words, category=LAMP).unfold("Where it is").fill(place_words=place, **where)
    resident.press("Send")


def inside(administrator: Walker, area: str) -> str:
    """A point of this area, east and north."""
    file = administrator.page.request.get(f"{administrator.url}/desk/town/areas/file/?place=KS01")
    found = next(one for one in file.json()["features"] if one["properties"]["code"] == area)
    point = shapely.geometry.shape(found["geometry"]).representative_point()
    return f"{point.x:.5f}, {point.y:.5f}"


def top(walker: Walker) -> Walker:
    """Looked at from the head of the page."""
    walker.page.evaluate("scrollTo(0, 0)")
    return walker
