"""Keys and the way back: one is where one was, and whoever wants no keys has none."""

import pytest

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from yimen.search.index import index_cases

pytestmark = pytest.mark.django_db


def test_every_page_says_what_the_keys_do_and_which_list_has_which() -> None:
    page = text(browser(make.handler()).get("/desk/"))
    assert '<details id="keys"' in page
    assert 'href="/desk/?list=overdue" data-go="o"' in page
    assert "desk/keys.js" in page


def test_the_keys_are_switched_off_in_this_browser_and_on_again() -> None:
    client = browser(make.handler())
    answer = client.post("/desk/keys/", {"keys": "off"}, headers={"Referer": "http://testserver/desk/?list=due"})
    assert answer["Location"] == "http://testserver/desk/?list=due"
    assert "desk/keys.js" not in text(client.get("/desk/"))
    assert "desk/keys.js" in text(browser(make.handler()).get("/desk/"))
    answer = client.post("/desk/keys/", {"keys": "on"}, headers={"Referer": "https://elsewhere.example/"})
    assert answer["Location"] == "/desk/"
    assert "desk/keys.js" in text(client.get("/desk/"))


def test_from_a_case_one_comes_back_to_the_same_page_of_the_same_list() -> None:
    cases = [make.case() for _ in range(25)]
    last = cases[-1]
    client = opened(make.handler(), last.pk)
    asked = "list=due&kind=help&after=2026-01-01.1"
    assert f'id="case-{cases[0].pk}"' in text(client.get(f"/desk/?{asked}"))
    for page in (f"/desk/cases/{last.pk}/", f"/desk/cases/{cases[0].pk}/"):  # the second asks why first
        pk = page.split("/")[3]
        assert f'href="/desk/?{asked.replace("&", "&amp;")}#case-{pk}"' in text(client.get(page))
    version = make.fresh(last).version
    typed = {"version": version, "office": "KS-housing", "text": "It belongs to a house."}
    answer = client.post(f"/desk/cases/{last.pk}/hand-over/", typed)
    assert answer["Location"] == f"/desk/?{asked}"  # and so does whoever has handed it over


def test_a_cookie_that_makes_no_sense_leads_to_the_first_list() -> None:
    case = make.case()
    client = opened(make.handler(), case.pk)
    me = make.handler().staff_id
    for senseless in (
        "//elsewhere.example",
        f"{me} //elsewhere.example",
        f"{me} /desk/town/",
        f"{me + 1} /desk/asked/",
    ):
        client.cookies["list"] = senseless
        assert f'href="/desk/#case-{case.pk}"' in text(client.get(f"/desk/cases/{case.pk}/")), senseless


@pytest.mark.parametrize(
    "address",
    [
        "/desk/search/?words=lamp&after=99",
        "/desk/ladder/told/?after=2026-01-01.1",
        "/desk/unhappy/",
        "/desk/asked/",
        "/desk/overview/{office}/open/",
    ],
)
def test_from_whatever_list_a_case_was_opened_one_comes_back_to_it(address: str) -> None:
    """The hits of a search, the ladder, the cases behind a number: "u" leads where one was, not to the first list."""
    case, who = make.case(), make.supervisor()
    client, address = opened(who, case.pk), address.format(office=who.office_id)
    assert client.get(address).status_code == 200
    assert f'href="{address.replace("&", "&amp;")}#case-{case.pk}"' in text(client.get(f"/desk/cases/{case.pk}/"))
    client.get("/desk/search/?words=" + "lamp" * 600)  # no browser would keep so much
    assert f'href="/desk/search/#case-{case.pk}"' in text(client.get(f"/desk/cases/{case.pk}/"))


def test_a_hit_can_be_come_back_to() -> None:
    case = make.case()
    index_cases([case.pk])
    assert f'id="case-{case.pk}"' in text(opened(make.handler(), case.pk).get("/desk/search/?words=lamp"))


def test_beside_the_list_what_leads_away_from_cases_leads_the_whole_window() -> None:
    case = make.case()
    client = opened(make.handler(), case.pk)
    typed = {"version": make.fresh(case).version, "office": "KS-housing", "text": "It belongs to a house."}
    answer = client.post(f"/desk/cases/{case.pk}/hand-over/", typed, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/desk/")
    assert "The case is handed over." in text(client.get("/desk/"))


def test_beside_the_list_a_step_of_the_case_stays_there() -> None:
    case = make.case()
    client = opened(make.handler(), case.pk)
    typed = {"version": make.fresh(case).version}
    answer = client.post(f"/desk/cases/{case.pk}/acceptance/", typed, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/cases/{case.pk}/")
