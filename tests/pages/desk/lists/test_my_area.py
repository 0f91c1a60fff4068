"""The list of one's own part of the town, for posts that really serve one."""

import pytest

from tests import make
from tests.make_colleagues import colleague
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.test_worklist import numbers

pytestmark = pytest.mark.django_db
EAST, NORTH, SOUTH = (make.IN_AREA[code] for code in ("KS01A", "KS01B", "KS02A"))


def at(point: tuple[float, float]) -> int:
    """The number of a new lamp that stands here."""
    return make.case(longitude=point[0], latitude=point[1]).pk


def test_a_post_of_a_township_finds_what_lies_there_whichever_area_it_is_in() -> None:
    in_village, beside_it, elsewhere = at(EAST), at(NORTH), at(SOUTH)
    nowhere = make.case(longitude=None, latitude=None).pk
    over = make.closed_case().pk
    client = browser(colleague("pema", place="KS01"))
    assert set(numbers(text(client.get("/desk/?list=area")))) == {in_village, beside_it}
    assert set(numbers(text(client.get("/desk/?list=due")))) == {in_village, beside_it, elsewhere, nowhere}
    assert over in numbers(text(client.get("/desk/?list=all")))


def test_a_post_of_a_village_finds_less_and_its_neighbour_the_rest() -> None:
    in_village, beside_it, elsewhere = at(EAST), at(NORTH), at(SOUTH)
    village, other = colleague("pema", place="KS0101"), colleague("dolma", place="KS02")
    assert numbers(text(browser(village).get("/desk/?list=area"))) == [in_village]
    assert numbers(text(browser(other).get("/desk/?list=area"))) == [elsewhere]
    assert beside_it not in numbers(text(browser(village).get("/desk/?list=area&place=KS02")))


def test_what_another_office_has_is_in_nobodys_area() -> None:
    mine = at(EAST)
    make.handed_case()
    client = browser(colleague("pema", place="KS01"))
    assert numbers(text(client.get("/desk/?list=area"))) == [mine]


def test_whoever_serves_all_of_the_town_has_no_such_list_and_gets_their_turn_instead() -> None:
    asked = make.asked_case().pk  # open, and the resident's turn
    mine = at(SOUTH)
    client = browser(make.handler())
    page = text(client.get("/desk/?list=area"))
    assert 'href="/desk/?list=area"' not in page
    assert numbers(page) == [mine]
    local = browser(colleague("pema", place="KS01"))
    page = text(local.get("/desk/?list=area"))
    assert 'href="/desk/?list=area"' in page
    assert numbers(page) == [asked]
