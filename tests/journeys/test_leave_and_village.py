"""Going on leave, standing in, and setting up a new village, without a mouse."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests import make
from tests.journeys.keying import reach, tab_to
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.kernel.clock import day_of, now
from yimen.people.models import Post, Staff
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]


def signed_in(somebody: Somebody, username: str, language: str) -> Walker:
    """At a desk, by typing."""
    return somebody(DESK, language, keys=True).sign_in(username)


def enter(walker: Walker, words: str) -> Walker:
    """Go to what says this, wherever on the page, with the Tab key, and press Enter."""
    tab_to(walker.page, walker.say(words))
    return walker.go(lambda: walker.page.keyboard.press("Enter"))


def enter_link(walker: Walker, address: str) -> Walker:
    """The same by where it leads, for what is called by a name."""
    reach(walker.page, walker.page.locator(f"main a[href*='{address}']"))
    return walker.go(lambda: walker.page.keyboard.press("Enter"))


def day(days: int) -> str:
    """A day from today on."""
    return f"{day_of(now()) + timedelta(days=days)}"


def test_a_handler_goes_on_leave_and_a_colleague_does_what_the_post_may(somebody: Somebody) -> None:
    """The supervisor of the office stands in, accepts the case from the post, and the resident reads so."""
    sent = make.receipt(at=now() - timedelta(hours=3))
    Staff.objects.filter(username="urban-supervisor").update(name="Pema")
    handler = signed_in(somebody, "urban-handler", "zh-hans")
    enter(handler, "Leave")
    enter_link(handler, f"/desk/leave/{make.handler().post_id}/")
    pema_here = handler.page.locator("[name=stand_in] option", has_text="Pema").get_attribute("value")
    handler.fill(from_on=day(0), last_on=day(3), stand_in=pema_here or "").press("Note the leave")
    assert "Pema" in handler.text()
    handler.open("/desk/?list=due")
    assert handler.reads("You are on leave, and a colleague stands in for you.")

    pema = signed_in(somebody, "urban-supervisor", "zh-hans").open("/desk/post/")
    pema.fill(post=str(make.handler().post_id)).press("Act from this post")
    pema.open(f"/desk/cases/{sent.case.pk}/").explain()
    pema.press("Accept the case")

    resident = somebody(PHONE, "zh-hans").open("/follow/").fill(receipt=sent.code).press("See my case")
    role = resident.say("Handler")
    assert resident.say("%(role)s, standing in", role=role) in resident.text()


def test_an_administrator_sets_up_a_village_until_residents_read_who_serves_it(somebody: Somebody) -> None:
    """Name, areas and their outline, office with hours, posts, who holds one; what is missing is said all the way."""
    staff = enrol_staff(by=make.OPERATOR, username="lhamo", name="Lhamo", language="bo", password=None, at=now())
    make.administrator()
    chief = signed_in(somebody, "town-office-administrator", "zh-hans").open("/desk/town/villages/")
    chief.fill(township="KS01", zh="新河村", bo="ཤིན་ཧོ་", en="Xinhe").press("Set up the village")
    chief.fill(areas="新河第1片区").press("Set up the areas")
    draw_the_area(chief)
    chief.press("Open an office here")
    chief.fill(kind="centre", function="one-door", zh="新河一门", mon="9:00-12:00").press("Open the office")
    chief.press("Set up these posts")
    posts = Post.objects.filter(place__path__startswith="KS/KS01/KS0102/").order_by("id")
    for post in posts[1:]:
        on = day_of(now())
        appoint_staff(by=make.OPERATOR, staff_id=staff, post_id=post.pk, from_on=on, at=now())
    enter_link(chief.open("/desk/town/villages/KS0102/"), f"/posts/{posts[0].pk}/")
    chief.fill(username="lhamo").press("Appoint")
    assert chief.reads("Nothing is missing. This is what residents read below.")

    resident = somebody(PHONE, "bo", keys=True).open("/serves/").unfold("By its name, or on the map")
    resident.fill(point="102.955, 34.905").press("Show who serves there")
    assert "新河一门" in resident.text()
    assert "新河第1片区" in resident.text()


def draw_the_area(chief: Walker) -> None:
    """The page says that no point leads there; its corners are typed, and the change is looked at before it is made."""
    enter_link(chief, "/desk/town/areas/KS0102")
    chief.unfold("Redraw or rename it").fill(points="102.95, 34.90\n102.96, 34.90\n102.96, 34.91\n102.95, 34.91")
    reach(chief.page, chief.page.locator("[name=allow_gaps]"))
    chief.page.keyboard.press("Space")
    chief.press("Look at what would change").press("Agree to the change")
    assert "/desk/town/villages/KS0102/" in chief.page.url
