"""A resident reads that the same thing may be here already, and says so by one press."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, opened, text
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.cases.same.lines import mark_of
from yimen.cases.verbs import withdraw_case
from yimen.kernel.clock import now
from yimen.kernel.languages import day_in
from yimen.kernel.receipts import shown
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
OFFERED = "The same thing may be here already"
MARK = re.compile(r'name="which"\s+value="([^"]+)"')
EAST, NORTH = make.IN_AREA["KS01A"]
POINT = f"{EAST},{NORTH}"

#: What the other one wrote. (Two letters alone stand in every thirtieth sealed mark.)
NEVER = re.compile("zq(words|place|name|mail|phone)")


def here(**fields: Any) -> Case:  # noqa: ANN401 – any field of a submission
    """A lamp that somebody else has brought today."""
    usual = {"kind": Kind.FAULT, "words": "zqwords", "place_words": "zqplace", "contact_name": "zqname"}
    return make.case(
        at=now(), **{**usual, "email": "zqmail@example.org", "tell": Way.EMAIL, "phone": "zqphone"} | fields
    )


def sent(language: str = "en", **fields: str) -> tuple[Client, str]:
    """Somebody sends a broken lamp, and this is their receipt."""
    client = browser(language)
    return client, text(client.post("/tell/", filled(point=POINT, place="", **fields)))


def test_the_receipt_says_category_place_and_week_and_nothing_else_of_it() -> None:
    here()
    here()
    receipt = shown(make.receipt(at=now(), kind=Kind.FAULT).code)
    _, page = sent()
    part = page[page.index(OFFERED) : page.index("Proof of what was sent")]
    monday = (now() - timedelta(days=now().weekday())).date()
    area = make.town().places.by_code["KS01A"].names["en"]
    line = f"Street lighting · {area} · came in the week of {day_in(monday, 'en')}"
    assert line in part
    assert part.count('name="which"') == 1  # two lamps of one week: no number of them
    assert not NEVER.search(page)
    assert receipt not in page
    bare = re.sub(r'(value|id|aria-describedby|class)="[^"]*"|</?h2', "", part.replace(line, ""))
    assert not re.findall(r"\d+", bare)  # no number of a case or of people


def test_one_press_and_it_is_said_and_the_case_stays_ones_own() -> None:
    other = here()
    client, page = sent()
    (mark,) = MARK.findall(page)
    done = client.post("/case/me-too/", {"which": mark}, follow=True)
    assert "You have said so. The office looks whether it is one thing" in text(done)
    assert "You said that yours is the same thing as one that is here already." in text(done)
    assert "Is the same thing here already?" not in text(done)
    case = Case.objects.latest("id")
    assert case.says_same_id == other.pk
    again = client.post("/case/me-too/", {"which": mark}, follow=True)
    assert "You have said so. The office looks" in text(again)  # pressed twice it is one press
    assert facts.entries(case).count("case.me_too_said") == 1
    assert not NEVER.search(text(client.get("/case/")) + text(client.get("/case/me-too/")))
    assert "You have said so already." in text(client.get("/case/me-too/"))


def test_without_the_receipt_it_is_asked_for_first_and_the_press_is_not_lost() -> None:
    other = here()
    client = browser()
    answer = client.post("/tell/", filled(point=POINT, place=""))
    (mark,) = MARK.findall(text(answer))
    stranger = browser()
    asked = text(stranger.post("/case/me-too/", {"which": mark}))
    assert mark in asked
    assert Case.objects.latest("id").says_same_id is None
    stranger.post("/case/me-too/", {"which": mark, "receipt": code_on(answer)})
    assert Case.objects.latest("id").says_same_id == other.pk


def test_a_mark_that_is_made_up_is_anothers_or_of_what_has_ended_is_refused_in_words() -> None:
    other, third = here(), here(category="urban.pavement")
    client, case = opened(kind=Kind.FAULT)
    for mark in ("", "x", "ä", "A" * 60, "A" * 300, str(other.pk), mark_of(third, other.pk), mark_of(case, third.pk)):
        page = text(client.post("/case/me-too/", {"which": mark}))
        assert "The one you chose is not here any more" in page, mark
        assert len(MARK.findall(page)) == 1  # what is here stands there again
    assert text(client.post("/case/me-too/", {})).count("The one you chose is not here any more") == 1
    mark = mark_of(case, other.pk)
    withdraw_case(by=make.resident(other), case=make.fresh(other), at=now())
    page = text(client.post("/case/me-too/", {"which": mark}))
    assert "Your own case goes on as it was." in page
    assert "Nothing like it is here from the last weeks." in page
    assert make.fresh(case).says_same_id is None


def test_it_can_be_said_later_from_the_page_of_the_case() -> None:
    client, case = opened(kind=Kind.FAULT)
    assert 'href="/case/me-too/"' in text(client.get("/case/"))
    assert "Nothing like it is here from the last weeks." in text(client.get("/case/me-too/"))
    other = here()
    (mark,) = MARK.findall(text(client.get("/case/me-too/")))
    client.post("/case/me-too/", {"which": mark})
    assert make.fresh(case).says_same_id == other.pk


@pytest.mark.parametrize("category", ["petition", "hotline"])
def test_of_anything_else_nothing_is_offered_and_nobody_is_led_there(category: str) -> None:
    closed = {"urban.lighting"}
    leaf = make.leaf(category, unlike=closed) if category == "petition" else None
    code = leaf.code if leaf else "urban.stalls"
    make.case(at=now(), kind=Kind.FAULT, category=code)
    client, page = sent(category=code)
    assert OFFERED not in page
    assert "me-too" not in text(client.get("/case/"))
    assert "only of something broken in public space" in text(client.get("/case/me-too/"))


def test_to_a_helper_nothing_is_offered() -> None:
    here()
    _, page = sent(consent="spoken", is_followed="on")
    assert OFFERED not in page


@pytest.mark.parametrize("language", ["zh-hans", "bo"])
def test_the_lines_are_in_the_language_of_the_page(language: str) -> None:
    here()
    _, page = sent(language=language)
    lamp = make.town().catalogue.leaf(make.LAMP)
    assert lamp is not None
    assert f"{lamp.names[language]} · {make.town().places.by_code['KS01A'].names[language]}" in page


def test_it_costs_the_receipt_one_statement_and_the_page_of_the_case_none(
    sql: Callable[..., AbstractContextManager[list[str]]],
) -> None:
    for _ in range(5):
        here()
    sent()
    with sql() as without:
        sent(kind="thanks")
    with sql(at_most=len(without) + 1):
        client, page = sent()
    assert OFFERED in page
    client.get("/case/")
    with sql() as statements:
        client.get("/case/")
    assert not [text for text in statements if "any_office" in text or 'received_at" BETWEEN' in text]
    client.get("/case/me-too/")
    with sql(at_most=4):
        client.get("/case/me-too/")


def test_the_receipt_stays_light() -> None:
    make.town()
    _, without = sent()
    for week in range(4):
        make.case(at=now() - timedelta(days=7 * week), kind=Kind.FAULT)
    _, page = sent()
    assert page.count('name="which"') == 3
    assert len(page) - len(without) < 3_000
