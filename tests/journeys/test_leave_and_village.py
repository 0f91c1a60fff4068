"""Going on leave, standing in, and setting up a new village, without a mouse."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests import make
from tests.journeys.keying import tab_to
from tests.journeys.walking import DESK, PHONE, Walker
from tests.make_town import PASSWORD
from yimen.kernel.clock import day_of, now
from yimen.people.models import Post, Staff
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]


def signed_in(somebody: Somebody, username: str, language: str) -> Walker:
    """At a desk, by typing."""
    walker = somebody(DESK, language, keys=True).open("/desk/")
    tab_to(walker.page, "", name="login")
    walker.page.keyboard.type(username)
    tab_to(walker.page, "", name="password")
    walker.page.keyboard.type(PASSWORD)
    return walker.go(lambda: walker.page.keyboard.press("Enter"))


def enter(walker: Walker, words: str) -> Walker:
    """Go to what says this with the Tab key, and press Enter."""
    tab_to(walker.page, walker.say(words))
    return walker.go(lambda: walker.page.keyboard.press("Enter"))


def write(walker: Walker, **fields: str) -> None:
    """Go to each field with the Tab key and type; a choice by its first letters."""
    for name, typed in fields.items():
        tab_to(walker.page, "", name=name)
        walker.page.keyboard.type(typed)


def write_day(walker: Walker, name: str, days: int) -> None:
    """A day from today on. In which order its parts are typed is the browser's; so they are put in at once."""
    tab_to(walker.page, "", name=name)
    walker.fill(**{name: f"{day_of(now()) + timedelta(days=days)}"})


def test_a_handler_goes_on_leave_and_a_colleague_does_what_the_post_may(somebody: Somebody) -> None:
    """The supervisor of the office stands in, accepts the case from the post, and the resident reads so."""
    sent = make.receipt(at=now() - timedelta(hours=3))
    Staff.objects.filter(username="urban-supervisor").update(name="Pema")
    handler = signed_in(somebody, "urban-handler", "zh-hans")
    enter(handler, "Leave")
    own = handler.page.locator(f"main a[href='/desk/leave/{make.handler().post_id}/']")
    handler.go(lambda: own.press("Enter"))
    write_day(handler, "from_on", 0)
    write_day(handler, "last_on", 3)
    write(handler, stand_in="Pema")
    enter(handler, "Note the leave")
    assert "Pema" in handler.text()
    handler.open("/desk/?list=due")
    assert handler.reads("You are on leave, and a colleague stands in for you.")

    pema = somebody(DESK, "zh-hans", keys=True).sign_in("urban-supervisor").open("/desk/post/")
    pema.page.locator(f"[name=post][value='{make.handler().post_id}']").press("Space")
    enter(pema, "Act from this post")
    pema.open(f"/desk/cases/{sent.case.pk}/").explain()
    enter(pema, "Accept the case")

    resident = somebody(PHONE, "zh-hans").open("/follow/").fill(receipt=sent.code).press("See my case")
    role = resident.say("Handler")
    assert resident.say("%(role)s, standing in", role=role) in resident.text()


def test_an_administrator_sets_up_a_village_until_residents_read_who_serves_it(somebody: Somebody) -> None:
    """Name, areas, office with hours, posts, who holds one; the page says what is missing all the way."""
    staff = enrol_staff(by=make.OPERATOR, username="lhamo", name="Lhamo", language="bo", password=None, at=now())
    make.administrator()
    chief = signed_in(somebody, "town-office-administrator", "zh-hans").open("/desk/town/villages/")
    chief.page.locator("[name=township]").select_option("KS01")
    write(chief, zh="新河村", bo="ཤིན་ཧོ་", en="Xinhe")
    enter(chief, "Set up the village")
    write(chief, areas="新河第1片区")
    enter(chief, "Set up the areas")
    enter(chief, "Open an office here")
    chief.page.locator("[name=kind]").select_option("centre")
    chief.page.locator("[name=function]").select_option("one-door")
    write(chief, zh="新河一门", mon="9:00-12:00")
    enter(chief, "Open the office")
    enter(chief, "Set up these posts")
    posts = Post.objects.filter(place__path__startswith="KS/KS01/KS0102/").order_by("id")
    for post in posts[1:]:
        on = day_of(now())
        appoint_staff(by=make.OPERATOR, staff_id=staff, post_id=post.pk, from_on=on, at=now())
    last = chief.open("/desk/town/villages/KS0102/").page.locator(f"main a[href*='/posts/{posts[0].pk}/']")
    chief.go(lambda: last.press("Enter"))
    write(chief, username="lhamo")
    enter(chief, "Appoint")
    assert chief.reads("Nothing is missing. This is what residents read below.")
    resident = somebody(PHONE, "bo").open("/serves/?place=KS0102")
    assert "新河一门" in resident.text()
