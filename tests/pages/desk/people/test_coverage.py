"""Where an area lacks its lead, adviser or legal adviser is seen, and leads to the page that mends it."""

from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.people.models import Appointment, Post
from yimen.people.rules import Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.django_db
PATH = "/desk/town/coverage/"


def lead_of_the_first_area() -> int:
    """A post for area KS01A, which somebody holds."""
    make.administrator()
    post = set_up_post(
        by=Operator(), code="L-1", role=Role.AREA_LEAD, office="KS-village-committee", place="KS01A", names={},
        at=clock.now(),
    )  # fmt: skip
    staff = enrol_staff(by=Operator(), username="lead", name="Lhamo", language="en", password=None, at=clock.now())
    since = clock.day_of(clock.now()) - timedelta(days=30)
    appoint_staff(by=Operator(), staff_id=staff, post_id=post, from_on=since, at=clock.now())
    return post


def test_a_township_shows_each_area_and_what_is_missing_leads_to_setting_it_up() -> None:
    lead_of_the_first_area()
    client = browser(make.administrator())
    page = text(client.get(f"{PATH}?place=KS01"))
    assert "✓ held" in page
    assert "✕ missing" in page
    assert "Lhamo" not in page, "it counts posts, not people"
    office = Post.objects.get(code="L-1").office_id
    there = f"/desk/town/offices/{office}/post/?place=KS01A&amp;role=area_adviser"
    assert there in page
    assert 'value="KS01A"' in text(client.get(there.replace("&amp;", "&")))


def test_a_post_that_was_left_says_since_when() -> None:
    post = lead_of_the_first_area()
    Appointment.objects.filter(post_id=post).update(until_on=clock.day_of(clock.now()) - timedelta(days=3))
    page = text(browser(make.administrator()).get(f"{PATH}?place=KS01"))
    assert "vacant since" in page
    assert "✓ held" not in page


def test_the_town_counts_its_townships() -> None:
    lead_of_the_first_area()
    sums = browser(make.administrator()).get(PATH).context["sums"]
    assert [(part.code, areas, held) for part, areas, held in sums] == [("KS01", 2, [1, 0, 0]), ("KS02", 1, [0, 0, 0])]


def test_the_table_names_no_person() -> None:
    lead_of_the_first_area()
    table = browser(make.administrator()).get("/desk/town/coverage/table/")
    lines = text(table).splitlines()
    assert len(lines) == 1 + 3 * 3
    assert "KS01A,KS/KS01/KS0101/KS01A/,Area lead,held," in lines
    assert "Lhamo" not in text(table)


@pytest.mark.parametrize("query", ["", "?place=KS01"])
def test_it_takes_few_statements(sql, query: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    client.get(PATH + query)
    with sql(at_most=6):
        client.get(PATH + query)
