"""A resident's own case: the story, the dates, who looked, and what can be done now."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from tests import make
from tests.pages.public.visiting import browser, opened, text
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.queries import case_for
from yimen.cases.rules import CONTACTS_KEPT, Outcome
from yimen.cases.verbs import Answer, accept_case, add_words, answer_case, hand_over_case, reopen_case
from yimen.files.hygiene import clean
from yimen.files.store import put
from yimen.kernel import clock
from yimen.privacy.looks import SHOWN_AT_ONCE, note_look

pytestmark = pytest.mark.django_db
STATES = "case accepted_case asked_case handed_case objected_case answered_case closed_case".split()
CAN = {
    "case": {"own-add", "own-others", "own-withdraw"},
    "accepted_case": {"own-add", "own-others", "own-withdraw"},
    "asked_case": {"own-reply", "own-others", "own-withdraw"},
    "handed_case": {"own-add", "own-others", "own-withdraw"},
    "objected_case": {"own-add", "own-others", "own-withdraw"},
    "answered_case": {"own-rate", "own-add", "own-reopen"},
    "closed_case": {"own-reopen"},
}
RIGHTS = {"copy", "erasure"}  # at the foot of every case (test_rights.py)
PAGES = {"remarks": "own-add", "withdrawal": "own-withdraw", "reply": "own-reply", "rating": "own-rate",
         "reopening": "own-reopen", "others": "own-others"}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_state_tells_its_story_in_each_language(state: str, language: str) -> None:
    client, case = opened(state, language=language)
    page = text(client.get("/case/", {"lang": language}))
    assert case.words in page
    assert "{{" not in page
    assert "{%" not in page
    assert page.count('<ol class="y-story">') == 2


@pytest.mark.parametrize("state", STATES)
def test_it_offers_what_can_be_done_now_and_nothing_else(state: str) -> None:
    client, _ = opened(state)
    page = text(client.get("/case/"))
    offered = {PAGES[name] for name in re.findall(r'href="/case/(\w+)/"', page) if name not in RIGHTS}
    assert offered == CAN[state]
    assert all(page.index(f"/case/{name}/") < page.index("What happened") for name in PAGES if PAGES[name] in offered)
    for name, verb in PAGES.items():
        body = text(client.get(f"/case/{name}/"))
        form = any(input_ in body for input_ in ("<textarea", 'type="checkbox"', "<select"))
        assert form is (verb in CAN[state]), name


def test_the_whole_page_takes_twelve_statements_at_most(sql: Callable[..., Any]) -> None:
    client, case = opened("answered_case")
    me, at = make.resident(case), clock.now()
    add_words(by=me, case=make.fresh(case), text="See.", files=[put(clean("a.txt", b"left"))], at=at)
    reopen_case(by=me, case=make.fresh(case), why="Dark.", at=at)
    case_for(make.handler(), case.pk, purpose="handle", at=at, town=make.town())
    client.get("/case/")
    with sql(at_most=12) as statements:
        client.get("/case/")
    assert len(statements) <= 10, "\n".join(statements)


def test_who_looked_is_counted_and_folded_away_with_office_role_and_purpose() -> None:
    client, case = opened()
    assert "Who looked (0)" in text(client.get("/case/"))
    case_for(make.handler(), case.pk, purpose="handle", at=clock.now(), town=make.town())
    page = text(client.get("/case/"))
    folded = page[page.index("Who looked (1)") :]
    assert "Urban office · Handler: to handle the case" in folded
    assert "Invented" not in page  # no person's name, ever


def test_the_question_stands_at_the_top_and_on_its_page() -> None:
    client, _ = opened("asked_case")
    page = text(client.get("/case/"))
    assert page.index("Which side of the bridge?") < page.index("What happened")
    assert "Which side of the bridge?" in text(client.get("/case/reply/"))
    assert "The clock stands still while it is your turn." in page


def test_an_answer_has_its_parts_and_its_rating() -> None:
    client, _ = opened("closed_case")
    page = text(client.get("/case/"))
    for words in ("Done", "The lamp burns again.", "A broken bulb.", "Art. 1", "Yes, it is solved", "If you disagree"):
        assert words in page, words


def test_actors_are_offices_and_roles() -> None:
    client, _ = opened("handed_case")
    page = text(client.get("/case/"))
    assert "Urban office · Handler" in page
    assert "Housing office" in page
    assert "The lamp belongs to a house." in page
    assert "A colleague sent it to Housing office." in page


def test_a_late_case_says_so() -> None:
    client, case = opened()
    assert "y-state--late" not in text(client.get("/case/"))
    at = clock.now() - timedelta(days=90)
    late = make.receipt(at=at)
    visit = browser()
    visit.post("/follow/", {"receipt": late.code})
    assert "y-state--late" in text(visit.get("/case/"))
    assert case.pk


def test_a_file_is_downloaded_safely_by_its_own_resident_only() -> None:
    client, case = opened()
    add_words(
        by=make.resident(case), case=make.fresh(case), text="See.", files=[put(clean("a.txt", b"left"))], at=clock.now()
    )
    address = re.findall(r'href="(/case/files/\d+/)"', text(client.get("/case/")))[0]
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"left"  # type: ignore[attr-defined]
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]
    stranger, _ = opened(words="Another.")
    assert stranger.get(address).status_code == 404
    assert browser().get(address).status_code == 302


def test_what_was_forgotten_says_that_it_was() -> None:
    client, case = opened("closed_case")
    ended_at = make.fresh(case).ended_at
    assert ended_at
    fade_contacts(ended_at + CONTACTS_KEPT)
    fade_words(ended_at + timedelta(days=3650))
    page = text(client.get("/case/"))
    assert "no longer needed" in page
    assert case.words not in page


def test_a_second_answer_stands_below_the_first() -> None:
    client, case = opened("answered_case")
    reopen_case(by=make.resident(case), case=make.fresh(case), why="Dark.", at=clock.now())
    hand_over_case(by=make.handler(), case=make.fresh(case), to_office="KS-housing", reason="A house.", at=clock.now())
    page = text(client.get("/case/"))
    assert page.index("The lamp burns again.") < page.index("You opened the case again.") < page.index("A house.")
    assert "/case/rating/" not in page


def test_a_petitions_answer_shows_the_remedies_at_once() -> None:
    client, case = opened("petition")
    accept_case(by=make.holder(case), case=make.fresh(case), at=clock.now())
    answer = Answer(Outcome.NOT_SUPPORT, "No.", claims="Land.", facts="None.", basis="Art. 1")
    answer_case(by=make.holder(case), case=make.fresh(case), answer=answer, at=clock.now())
    page = text(client.get("/case/"))
    assert "We can&#x27;t agree with your request" in page
    assert "If you disagree" in page


def test_no_look_is_left_out_however_many_there_are() -> None:
    client, case = opened()
    acting = make.handler()
    for _ in range(SHOWN_AT_ONCE + 3):
        note_look(subject=case.ref, acting=acting, purpose="handle", at=make.LATER)
    page = text(client.get("/case/"))
    assert "and 3 earlier looks" in page
    first = text(client.get("/case/looks/"))
    older = re.search(r'href="(\?before=\d+)"', first)
    assert older
    rest = text(client.get("/case/looks/" + older[1]))
    assert [len(re.findall(r"<li><time", page)) for page in (first, rest)] == [SHOWN_AT_ONCE, 3]
    assert client.get("/case/looks/?before=9999999999999999999999").status_code == 200


def test_equal_looks_within_an_hour_are_one_line_with_each_time_one_tap_away() -> None:
    client, case = opened()
    for minutes in (2, 20, 40, 70):
        note_look(
            subject=case.ref, acting=make.handler(), purpose="handle", at=make.MONDAY + timedelta(minutes=minutes)
        )
    page = text(client.get("/case/"))
    assert "Who looked (4)" in page
    assert "3 times between 10:20 and 11:10" in page
    assert page.count("Urban office · Handler: to handle the case") == 2
    for at in ("10:02", "10:20", "10:40", "11:10"):
        assert f"2 March 2026 {at}</time>" in page
