"""The page of a new village says what is done and what is missing, and can be gone on with another day."""

import re

import pytest
from django.test import Client

from tests import make
from tests.make_areas import typed
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.people.test_setting_up import OFFICE, today, township_administrator
from yimen.people.models import Post

pytestmark = pytest.mark.django_db
BEGIN, THERE = "/desk/town/villages/", "/desk/town/villages/KS0102/"


def test_from_a_name_to_who_serves_me() -> None:
    client = browser(make.administrator())
    assert client.post(BEGIN, {"township": "KS01", "zh": "新河村", "en": "Xinhe"}).headers["Location"] == THERE
    page = text(client.get(THERE))
    assert "Open the office first" in page
    assert "Xinhe" in text(client.get(BEGIN)), "begun, and without an office"
    assert client.post(THERE, {"areas": "新河第1片区\n\n新河第2片区"}).status_code == 302
    assert "2 areas have no outline yet" in text(client.get(THERE))

    new = "/desk/town/offices/new/?place=KS0102&guide=KS0102"
    office = {**OFFICE, "zh": "新河一门", "en": "Xinhe desk"}
    assert client.post(new, office).headers["Location"] == THERE, "back to the village"
    assert "Area lead · 新河第1片区" in text(client.get(THERE))
    assert client.post(THERE, {"usual": "1"}).status_code == 302
    for post in Post.objects.filter(place__path__startswith="KS/KS01/KS0102/"):
        enrolled = {"enrol-username": f"s{post.pk}", "enrol-name": "Lhamo", "enrol-language": "bo"}
        client.post("/desk/town/staff/", {**enrolled, "enrol-password": "barley-and-tea"})
        appointed = {"username": f"s{post.pk}", "from_on": today().isoformat()}
        there = client.post(f"/desk/town/posts/{post.pk}/?guide=KS0102", appointed)
        assert there.headers["Location"] == THERE
    assert "Nothing is missing" not in text(client.get(THERE)), "its name in Tibetan is"
    client.post(THERE, {"zh": "新河村", "en": "Xinhe", "bo": "ཤིན་ཧོ་"})
    assert "Nothing is missing" not in text(client.get(THERE)), "a point in its areas leads nowhere"
    draw_both(client)
    assert "Nothing is missing" in text(client.get(THERE))
    assert "no outline" not in text(client.get(THERE))
    point = {"point": "102.965, 34.905"}
    served = Client(headers={"Accept-Language": "en", "Origin": "http://testserver"}).post(
        "/serves/", point, follow=True
    )
    assert "Xinhe desk" in text(served)
    assert "新河第2片区" in text(served)
    assert "Xinhe desk" in text(Client(headers={"Accept-Language": "en"}).get("/serves/?place=KS0102"))


def draw_both(client: Client) -> None:
    """The page leads to each area; whoever has agreed to its outline is back at the village."""
    west = 102.95
    for left in (2, 1):
        page = client.get(THERE)
        assert f"{left} area" in text(page)
        found = re.findall(r'href="(/desk/town/areas/(\w+)/\?guide=KS0102)"', page.content.decode())
        assert len(found) == left
        area, code = found[0]
        corners = "\n".join(f"{x}, {y}" for x, y in square(west))
        drawn = client.post(area, {"what": "redraw", "points": corners, "allow_gaps": "on", **typed()})
        assert drawn.status_code == 302, text(drawn)
        there = drawn.headers["Location"]
        assert "Back to the new village" in text(client.get(there))
        agreed = client.post(there, {"version": "1", "decision": "agree"})
        assert agreed.headers["Location"] == THERE, code
        west += 0.01


def square(west: float) -> list[tuple[float, float]]:
    """Beside the areas of the small town."""
    return [(west, 34.9), (west + 0.01, 34.9), (west + 0.01, 34.91), (west, 34.91)]


def test_what_is_refused_is_said_and_nothing_typed_is_lost() -> None:
    client = browser(make.administrator())
    typed = {"township": "KS01", "zh": "多河村", "en": "Another Duohe"}
    page = text(client.post(BEGIN, typed))
    assert "There already is a village called 多河村 here." in page
    assert 'value="Another Duohe"' in page
    many = "\n".join(str(number) for number in range(31))
    assert "at most 30 areas" in text(client.post("/desk/town/villages/KS0101/", {"areas": many}))


def test_another_part_of_the_town_is_not_there_and_a_strange_way_back_leads_nowhere() -> None:
    elsewhere = browser(township_administrator())
    assert elsewhere.get("/desk/town/villages/KS0101/").status_code == 404
    assert [c for c, _ in elsewhere.get(BEGIN).context["form"].fields["township"].choices] == ["", "KS02"]
    client = browser(make.administrator())
    for guide in ("KS01", "nowhere", "../..", "%2F"):
        assert "Back to the new village" not in text(client.get(f"/desk/town/offices/new/?place=KS0101&guide={guide}"))


def test_it_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    for path in (BEGIN, "/desk/town/villages/KS0101/"):
        client.get(path)
        with sql(at_most=9):
            client.get(path)
