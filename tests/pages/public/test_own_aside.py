"""A resident asks that somebody else handles the case."""

import pytest

from tests import make
from tests.pages.public.visiting import opened, text
from yimen.cases.verbs import decide_recusal, stand_aside
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db


def test_one_asks_and_reads_what_the_supervisor_decided() -> None:
    client, case = opened("accepted_case")
    assert "/case/somebody-else/" in text(client.get("/case/"))
    typed = {"version": make.fresh(case).version, "text": "He owns the shop."}
    page = text(client.post("/case/somebody-else/", typed, follow=True))
    assert "The supervisor decides, and you are told why." in page
    assert "You asked that somebody else handles your case." in page
    again = text(client.post("/case/somebody-else/", typed))
    assert "You have asked for this already" in again
    decide_recusal(
        by=make.supervisor("urban"),
        case=make.fresh(case),
        staff_id=make.handler().staff_id,
        reason="So be it.",
        at=now(),
    )
    page = text(client.get("/case/"))
    assert "The supervisor decided whether somebody stands aside." in page
    assert "So be it." in page


def test_that_somebody_stands_aside_is_told_and_neither_who_nor_why() -> None:
    client, case = opened("accepted_case")
    stand_aside(by=make.handler(), case=make.fresh(case), why="It is my brother's lamp.", at=now())
    page = text(client.get("/case/"))
    assert "Somebody of the office stands aside from your case." in page
    assert "brother" not in page
    assert "Invented" not in page


def test_of_a_closed_case_nobody_asks_any_more() -> None:
    client, _ = opened("closed_case")
    page = text(client.get("/case/somebody-else/"))
    assert "This case is closed." in page
    assert "<textarea" not in page
