"""The lists of the desk: what is in them, in which order, how they are narrowed and turned, and what they cost."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.cases.rules import Channel
from yimen.cases.verbs import ask_resident
from yimen.kernel.clock import now
from yimen.kernel.models import new_edition
from yimen.people.rules import Acting
from yimen.privacy.models import Look
from yimen.routing.models import Category
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]


def numbers(page: str) -> list[int]:
    """The cases of a list, in its order."""
    return [int(pk) for pk in re.findall(r'href="/desk/cases/(\d+)/"', page)]


def walk(client: Client, address: str) -> list[int]:
    """The cases of all pages of a list."""
    found: list[int] = []
    for _ in range(9):
        page = text(client.get(address))
        found += numbers(page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        if not onward:
            return found
        address = "/desk/" + onward[1].replace("&amp;", "&")
    pytest.fail("The list has no end")


@pytest.mark.parametrize("which", ["mine", "due", "all"])
def test_every_case_stands_in_it_once_however_one_turns_the_pages(which: str) -> None:
    made = [make.case(at=make.MONDAY - timedelta(days=n % 7)) for n in range(45)]
    found = walk(browser(make.handler()), f"/desk/?list={which}")
    assert sorted(found) == sorted(case.pk for case in made)
    if which == "all":  # what came last stands first
        made.sort(key=lambda case: (case.received_at, case.pk), reverse=True)
        assert found == [case.pk for case in made]


def test_what_is_due_first_comes_first() -> None:
    late, early = make.case(at=make.MONDAY).pk, make.case(at=make.MONDAY - timedelta(days=9)).pk
    assert numbers(text(browser(make.handler()).get("/desk/"))) == [early, late]


def test_my_turn_is_what_the_office_must_do() -> None:
    mine, theirs, over = make.case(), make.asked_case(), make.closed_case()
    client = browser(make.handler())
    assert numbers(text(client.get("/desk/"))) == [mine.pk]
    assert set(numbers(text(client.get("/desk/?list=due")))) == {mine.pk, theirs.pk}
    assert set(numbers(text(client.get("/desk/?list=all")))) == {mine.pk, theirs.pk, over.pk}


def test_while_the_clock_stands_still_no_day_is_promised_that_will_move() -> None:
    """A day of last week, and not late: that read as a mistake. What was late before it stood still stays late."""
    asked = make.asked_case()
    page = text(browser(make.handler()).get("/desk/?list=waiting"))
    assert numbers(page) == [asked.pk]
    assert "The clock stands still" in page
    assert "Until " not in page
    late = make.accepted_case(at=make.MONDAY - timedelta(days=60))
    ask_resident(by=make.handler(), case=late, question="Which side?", at=make.MONDAY)
    page = text(browser(make.handler()).get("/desk/?list=waiting"))
    assert page.count("The clock stands still") == page.count("Was due by") == 1


def test_each_filter_leaves_only_what_fits() -> None:
    plain = make.case()
    other = make.case(
        language="bo",
        channel=Channel.PHONE,
        kind=Kind.FAULT,
        category="urban.lighting",
        longitude=102.925,
        latitude=34.905,
    )
    accepted = make.accepted_case(language="en")
    client = browser(make.handler())

    def found(query: str) -> set[int]:
        return set(numbers(text(client.get(f"/desk/?list=all&{query}"))))

    assert found("language=bo") == found("channel=phone") == found("kind=fault") == {other.pk}
    assert found("place=KS02") == found("place=KS02A") == {other.pk}
    assert found("place=KS01") == {plain.pk, accepted.pk}
    assert found("state=handling") == {accepted.pk}
    assert found("category=urban") == found("category=urban.lighting") == {plain.pk, other.pk, accepted.pk}
    assert found("language=bo&state=handling") == set()


def test_filters_stay_while_one_turns_the_pages() -> None:
    wanted = [make.case(language="bo").pk for _ in range(22)]
    for _ in range(5):
        make.case(language="en")
    assert sorted(walk(browser(make.handler()), "/desk/?list=mine&language=bo")) == wanted


@pytest.mark.parametrize(
    "query", ["list=none", "after=x", "after=2026-13-01.1", "state=odd", "category=faith", "place=%00", "language=xx"]
)
def test_what_makes_no_sense_counts_as_not_said(query: str) -> None:
    case = make.case()
    page = browser(make.handler()).get(f"/desk/?{query}")
    assert page.status_code == 200
    assert numbers(text(page)) == [case.pk]


def test_lateness_is_said_in_words() -> None:
    make.case(at=make.MONDAY)
    assert "Was due by" in text(browser(make.handler()).get("/desk/"))


def test_a_new_case_says_until_when() -> None:
    make.case(at=now())
    page = text(browser(make.handler()).get("/desk/"))
    assert "Until " in page
    assert "y-late" not in page


def test_a_list_tells_nothing_of_what_residents_wrote_and_is_no_look() -> None:
    make.case(contact_name="Dolma")
    page = text(browser(make.handler()).get("/desk/?list=all"))
    assert "street lamp" not in page
    assert "Dolma" not in page
    assert not Look.objects.exists()


def test_counts_end_at_99() -> None:
    for _ in range(101):
        make.case()
    found = page_counts(text(browser(make.handler()).get("/desk/")))
    assert found == ["99+", "99+", "0", "0", "0", "99+", "99+", "0", "0"]


def page_counts(page: str) -> list[str]:
    """The numbers beside the lists."""
    return re.findall(r'id="count-[^>]*>([^<]*)<', page)


def test_it_says_so_when_there_is_nothing() -> None:
    assert "Nothing here" in text(browser(make.handler()).get("/desk/"))
    assert "No case fits this" in text(browser(make.handler()).get("/desk/?language=bo"))


def test_an_accused_office_does_not_find_the_case_in_its_lists() -> None:
    make.case(accused_office="KS-urban")
    for who in (make.handler(), make.supervisor("urban")):
        assert numbers(text(browser(who).get("/desk/?list=all"))) == []
    assert len(numbers(text(browser(make.supervisor()).get("/desk/?list=all")))) == 1


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (make.administrator, "sets up the town"),
        (make.mediator, "A mediator reads"),
    ],
)
def test_posts_without_cases_read_kindly_why(who: Callable[[], Acting], why: str) -> None:
    make.case()
    page = text(browser(who()).get("/desk/"))
    assert "Your post opens no cases" in page
    assert why in page
    assert numbers(page) == []


def test_an_administrator_who_has_just_signed_in_reads_where_to_begin() -> None:
    page = text(browser(make.administrator()).get("/desk/")).partition("<main")[2]
    assert '<a class="govuk-link" href="/desk/town/">Set up the town</a>' in page
    assert "/desk/town/" not in text(browser(make.mediator()).get("/desk/")).partition("<main")[2]


def test_a_list_costs_seven_statements(sql: Sql) -> None:
    for _ in range(30):
        make.case()
    client = browser(make.handler())
    client.get("/desk/")
    for query in ("", "?list=due", "?list=all&language=zh-hans&state=received&category=urban"):
        with sql(at_most=7):
            assert len(numbers(text(client.get(f"/desk/{query}")))) == 20


def drawn(client: Client, asked: str = "") -> str:
    """The form that narrows a list."""
    return text(client.get(f"/desk/{asked}")).partition('class="y-filters"')[2].partition("</form>")[0]


def test_a_filter_that_says_nothing_is_drawn_once_for_each_language_place_and_town() -> None:
    """What stands in memory is nobody else's: not another language's, nor the town's of yesterday."""
    english, chinese = browser(make.handler()), browser(make.handler())
    chinese.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    first = [drawn(english), drawn(chinese)]
    assert [drawn(english), drawn(chinese)] == first, "from memory it is the same"
    assert [">Any<" in form for form in first] == [True, False]
    lamp = 'value="urban.lighting"'
    assert f"{lamp} selected" in drawn(english, "?category=urban.lighting")
    assert drawn(english) == first[0], "what was chosen is not kept"
    Category.objects.filter(code="urban.lighting").update(procedure=None)
    new_edition("routing")
    assert lamp in first[0]
    assert lamp not in drawn(english)
