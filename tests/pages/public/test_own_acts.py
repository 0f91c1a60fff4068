"""What a resident does with a case of their own: done, refused in words, nothing typed is lost."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests import make
from tests.pages.public.visiting import opened, text
from tests.verbs.cases import facts
from yimen.cases.models import Case, Rating
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, answer_case, ask_resident
from yimen.kernel import clock
from yimen.public.here import remember

pytestmark = pytest.mark.django_db
DONE = Answer(Outcome.DONE, "Done.", claims="c", facts="f", basis="b")
RATED = {"solved": "yes", "satisfied": "no", "visits": "2", "words": "Slow."}


def version(page: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found
    return found[1]


def sent(client: Client, name: str, **fields: Any) -> Any:  # noqa: ANN401 – the test client's own type
    """Open the page of this verb, fill it in and send it."""
    return client.post(f"/case/{name}/", {"version": version(text(client.get(f"/case/{name}/")))} | fields)


@pytest.mark.parametrize(
    ("state", "name", "fields", "after", "said"),
    [
        ("case", "remarks", {"text": "It is the left one."}, "received", "Added."),
        ("asked_case", "reply", {"text": "The left one."}, "handling", "the office’s turn now"),
        ("answered_case", "rating", RATED, "closed", "Your rating is kept"),
        ("closed_case", "reopening", {"text": "It is dark again."}, "handling", "open again"),
        ("case", "withdrawal", {"sure": "on"}, "withdrawn", "taken your case back"),
    ],
)
def test_it_is_done_and_the_case_says_so(state: str, name: str, fields: dict[str, str], after: str, said: str) -> None:
    client, case = opened(state)
    answer = sent(client, name, **fields)
    assert (answer.status_code, answer["Location"]) == (302, "/case/"), text(answer)
    page = text(client.get("/case/"))
    assert make.fresh(case).state == after
    assert said in page
    assert all(value in page for key, value in fields.items() if key in {"text", "words"})
    assert "y-notice--done" in page
    assert "y-notice--done" not in text(client.get("/case/"))  # said once


@pytest.mark.parametrize(
    ("state", "name", "fields", "sentence"),
    [
        ("case", "remarks", {"text": " "}, "Please fill this in."),
        ("case", "remarks", {"text": "x" * 4001}, "4000"),
        ("asked_case", "reply", {"text": ""}, "Please fill this in."),
        ("answered_case", "rating", RATED | {"visits": "-1"}, "Please look at this again"),
        ("answered_case", "rating", RATED | {"solved": "maybe"}, "Please look at this again"),
        ("answered_case", "rating", {}, "Please fill this in."),
        ("case", "withdrawal", {}, "Please look at this again"),
    ],
)
def test_what_is_missing_is_said_and_nothing_happens(
    state: str, name: str, fields: dict[str, str], sentence: str
) -> None:
    client, case = opened(state)
    before = make.fresh(case).version
    answer = sent(client, name, **fields)
    assert answer.status_code == 200
    assert sentence in text(answer)
    assert make.fresh(case).version == before


def test_a_case_that_changed_meanwhile_is_said_and_sending_once_more_works() -> None:
    client, case = opened("asked_case")
    old = version(text(client.get("/case/reply/")))
    changed = make.fresh(case)
    Case.objects.change(changed, place_words="at the bridge")
    answer = client.post("/case/reply/", {"version": old, "text": "The left one."})
    page = text(answer)
    assert "Somebody has just changed this" in page
    assert "The left one.</textarea>" in page
    assert make.fresh(case).state == "asked"
    assert client.post("/case/reply/", {"version": version(page), "text": "The left one."}).status_code == 302
    assert make.fresh(case).state == "handling"


def test_what_can_no_longer_be_done_is_said_with_the_words_to_copy() -> None:
    client, case = opened("asked_case")
    old = version(text(client.get("/case/reply/")))
    now = clock.now()
    answer_case(by=make.holder(case), case=make.fresh(case), answer=DONE, at=now)
    page = text(client.post("/case/reply/", {"version": old, "text": "The left one."}))
    assert "This case has been answered." in page
    assert '<div class="y-words">The left one.</div>' in page
    assert "<textarea" not in page


@pytest.mark.parametrize("name", ["remarks", "reply", "rating", "withdrawal", "reopening"])
def test_a_case_taken_back_refuses_everything_in_words(name: str) -> None:
    client, case = opened()
    sent(client, "withdrawal", sure="on")
    fields = {"text": "Wait, I was wrong.", "sure": "on", **RATED}
    page = text(client.post(f"/case/{name}/", fields | {"words": "Wait, I was wrong."}))
    assert "This case was withdrawn." in page
    assert "Wait, I was wrong." in page
    assert make.fresh(case).state == "withdrawn"
    assert facts.entries(case)[-1] == "case.withdrawn"


def test_reopening_after_thirty_days_is_refused_in_words() -> None:
    case = make.closed_case()
    client, _ = opened()
    client.cookies = remember(HttpResponse(), case).cookies  # as the receipt would give it
    assert "more than 30 days ago" in text(client.get("/case/reopening/"))
    page = text(client.post("/case/reopening/", {"text": "Dark again."}))
    assert "more than 30 days ago" in page
    assert "Dark again." in page
    assert make.fresh(case).state == "closed"


@pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 30, "99999", "١"])
def test_a_forged_version_harms_nothing(typed: str) -> None:
    client, case = opened("answered_case")
    answer = client.post("/case/rating/", RATED | {"version": typed})
    assert answer.status_code in (200, 302)
    assert (answer.status_code == 302) is (make.fresh(case).state == "closed")


def test_a_rating_sent_twice_is_one() -> None:
    client, case = opened("answered_case")
    old = version(text(client.get("/case/rating/")))
    assert client.post("/case/rating/", RATED | {"version": old}).status_code == 302
    assert "This case is closed." in text(client.post("/case/rating/", RATED | {"version": old}))
    assert Rating.objects.filter(opinion__case=case).count() == 1


def test_a_file_that_cannot_be_taken_is_named_and_the_words_are_kept() -> None:
    client, case = opened()
    bad = SimpleUploadedFile("run.exe", b"MZ\x90\x00" + b"\0" * 400)
    page = text(sent(client, "remarks", text="See the photo.", files=bad))
    assert "run.exe" in page
    assert "choose your files again" in page
    assert "See the photo.</textarea>" in page
    assert facts.said(case) == []


def test_files_can_be_added() -> None:
    client, _ = opened()
    files = [SimpleUploadedFile("a.txt", b"left"), SimpleUploadedFile("b.txt", b"right")]
    assert sent(client, "remarks", text="See.", files=files).status_code == 302
    page = text(client.get("/case/"))
    assert "a.txt" in page
    assert "b.txt" in page


def test_two_residents_never_meet() -> None:
    """A verb is done to the case of this browser's receipt, whatever the form says."""
    client, mine = opened()
    other = make.case(at=clock.now())
    client.post("/case/remarks/", {"text": "Mine.", "case": str(other.pk), "pk": str(other.pk)})
    assert facts.said(mine) == [("case.added", "Mine.")]
    assert facts.said(other) == []


def test_whoever_is_asked_again_sees_the_last_question() -> None:
    client, case = opened("asked_case")
    sent(client, "reply", text="Left.")
    now = clock.now()
    ask_resident(by=make.holder(case), case=make.fresh(case), question="Seen from where?", at=now)
    assert "Seen from where?" in text(client.get("/case/reply/"))
