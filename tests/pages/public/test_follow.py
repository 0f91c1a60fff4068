"""Follow a receipt: right, mistyped, guessed; and leaving."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests import make
from tests.pages.public.visiting import browser, opened, text
from tests.verbs.cases import facts
from yimen.cases.joint.holders import note_of
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce, receipt_from, shown
from yimen.privacy.models import Guess
from yimen.privacy.rules import MOST_WRONG

pytestmark = pytest.mark.django_db


def half_an_hour_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The signature on the cookie is older than it may be."""
    began = time.time()  # noqa: TID251 – Django's signatures read this clock
    monkeypatch.setattr(time, "time", lambda: began + 30 * 60 + 1)


@pytest.mark.parametrize("typed", [shown, str.lower, lambda code: f" {shown(code)} ", " ".join])
def test_the_receipt_opens_the_case_however_it_is_typed(typed: Callable[[str], str]) -> None:
    receipt = make.receipt(at=clock.now())
    client = browser()
    answer = client.post("/follow/", {"receipt": typed(receipt.code)})
    assert (answer.status_code, answer["Location"]) == (302, "/case/")
    assert "The street lamp at the bridge is dark." in text(client.get("/case/"))
    assert receipt.code not in str(answer.cookies)


def test_looking_it_up_takes_four_statements_at_most(sql: Callable[..., Any]) -> None:
    receipt = make.receipt()
    with sql(at_most=4) as statements:
        browser().post("/follow/", {"receipt": receipt.code})
    assert len(statements) <= 2, "\n".join(statements)


def test_a_slip_is_said_and_not_counted_as_a_guess() -> None:
    code = make.receipt().code
    other = code[:-1] + ("2" if code[-1] != "2" else "3")
    answer = browser().post("/follow/", {"receipt": other})
    assert "one of them seems mistyped" in text(answer)
    assert other in text(answer)  # kept, to be mended
    assert not Guess.objects.exists()


@pytest.mark.parametrize("typed", ["", " ", "x" * 61, "' OR 1=1 --", "\x00", "七K2MP", "ཀ" * 15])
def test_what_is_no_receipt_is_said(typed: str) -> None:
    make.town()
    answer = browser().post("/follow/", {"receipt": typed})
    assert answer.status_code == 200
    assert "govuk-error-summary" in text(answer)
    assert "receipt" not in answer.cookies


def test_whoever_guesses_is_slowed_down_and_others_are_not() -> None:
    code = make.receipt().code
    client = browser()
    for n in range(MOST_WRONG):
        guess = receipt_from(new_nonce(), b"%d" % n)
        assert "We know no case" in text(client.post("/follow/", {"receipt": guess}))
    answer = client.post("/follow/", {"receipt": code})
    assert answer.status_code == 429
    assert "try again in an hour" in text(answer)
    assert "receipt" not in answer.cookies
    assert browser().post("/follow/", {"receipt": code}, REMOTE_ADDR="198.51.100.9").status_code == 302


def test_the_receipt_is_never_in_an_address() -> None:
    code = make.receipt().code
    answer = browser().get("/follow/", {"receipt": code})
    assert code not in text(answer).replace(f"receipt={code}", "")
    assert "receipt" not in answer.cookies


@pytest.mark.parametrize("cookie", ["1", "1:x:y", "", "nonsense" * 100])
def test_a_made_up_cookie_opens_nothing(cookie: str) -> None:
    make.case()
    client = browser()
    client.cookies["receipt"] = cookie
    answer = client.get("/case/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/follow/")


def test_a_cookie_for_another_case_cannot_be_made_of_ones_own() -> None:
    client, case = opened()
    other = make.case(at=clock.now(), words="Not yours.")
    number, rest = client.cookies["receipt"].value.split(":", 1)
    assert number == note_of(case)
    client.cookies["receipt"] = f"{note_of(other)}:{rest}"
    assert client.get("/case/").status_code == 302


def test_after_half_an_hour_the_browser_has_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = opened()
    half_an_hour_passes(monkeypatch)
    answer = client.get("/case/")
    assert answer["Location"] == "/follow/?forgotten"
    assert client.cookies["receipt"].value == ""
    assert "Half an hour has passed" in text(client.get("/follow/?forgotten"))


def test_what_was_written_meanwhile_is_sent_with_the_receipt_typed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    client, case = opened()
    half_an_hour_passes(monkeypatch)
    answer = client.post("/case/remarks/", {"text": "It is the <left> one.", "version": "1"})
    page = text(answer)
    assert "type your receipt" in page
    assert '<input type="hidden" name="text" value="It is the &lt;left&gt; one.">' in page
    wrong = client.post("/case/remarks/", {"text": "It is the <left> one.", "receipt": "wrong"})
    assert 'name="text" value="It is the &lt;left&gt; one."' in text(wrong)
    receipt = make.receipt(at=clock.now())
    done = client.post("/case/remarks/", {"text": "It is the <left> one.", "receipt": receipt.code})
    assert (done.status_code, done["Location"]) == (302, "/case/")
    assert facts.said(receipt.case) == [("case.added", "It is the <left> one.")]
    assert facts.said(case) == []  # another receipt was typed, so it is not this case's


def test_leaving_forgets_at_once() -> None:
    client, _ = opened()
    assert client.get("/case/leaving/").status_code == 302
    assert client.get("/case/").status_code == 200  # a link alone does nothing
    answer = client.post("/case/leaving/")
    assert answer["Location"] == "/"
    assert answer["Clear-Site-Data"] == '"cache"'
    assert client.get("/case/").status_code == 302
