"""The public pages as their enemy sees them."""

import json
from hashlib import sha256
from typing import Any

import pytest
from django.conf import settings
from django.core import mail, signing
from django.test import Client

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, text
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce, receipt_from, shown
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting
from yimen.privacy.models import Guess
from yimen.privacy.rules import MOST_WRONG
from yimen.public.here import COOKIE

pytestmark = pytest.mark.django_db
SCRIPT = (
    '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> href="/evil" $office ${words} %(office)s {{ 7|add:7 }}'
)


def _sent(client: Client, **fields: str) -> Any:  # noqa: ANN401 – the test client's own type
    make.town()
    return client.post("/tell/?lang=en", filled(**fields))


def test_typed_words_are_words_on_every_page_that_shows_them() -> None:
    client = browser()
    pages = [text(_sent(client, words=SCRIPT, place_words=SCRIPT[:190], contact_name=SCRIPT[:100]))]
    pages += [
        text(client.get("/case/?lang=bo")),
        text(client.post("/tell/?lang=en", filled(words=SCRIPT, tell="email"))),
    ]
    client.post("/case/remarks/", {"text": SCRIPT})
    pages.append(text(client.get("/case/")))
    for page in pages:
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_the_carried_language_writes_into_links_of_ours_only() -> None:
    page = text(_sent(browser(), words=SCRIPT))
    assert "/evil?lang=" not in page
    assert "evil&amp;lang" not in page


def test_words_with_places_of_a_letter_stay_as_they_are() -> None:
    case = make.asked_case(words=SCRIPT)
    letters = Letter.objects.filter(subject=case.ref)
    assert letters
    assert not any("14" in letter.body and "{{" in letter.body for letter in letters)
    question = "Cost: $5, ${telephone}, $office? %(x)s"
    other = make.accepted_case()
    from yimen.cases.verbs import ask_resident  # noqa: PLC0415 – only here

    ask_resident(by=make.holder(other), case=other, question=question, at=make.LATER)
    assert question in Letter.objects.filter(subject=other.ref, code="case-asked").get().body


@pytest.mark.parametrize(
    "address", ["a@b.example\nBcc: all@evil.example", "a@b.example\r\n\r\nHello", "a@b.example, c@d.example"]
)
def test_an_address_writes_no_head_of_a_mail(address: str, settings: Any) -> None:  # noqa: ANN401
    """From any channel: the web's form refuses these, a table or a desk might not."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    make.case(tell=Way.EMAIL, email=address)
    send_waiting(make.LATER)
    for message in mail.outbox:
        assert set(message.recipients()) <= {address}
        assert "evil.example" not in str(message.message().get("Bcc", ""))


def test_the_note_in_the_browser_is_for_one_case_and_cannot_be_made() -> None:
    mine, other = make.receipt(), make.receipt(words="Somebody else's.")
    client = browser()
    client.post("/follow/", {"receipt": shown(mine.code)})
    noted = client.cookies[COOKIE].value
    for forged in (
        noted.replace(str(mine.case.pk), str(other.case.pk), 1),
        str(other.case.pk),
        signing.get_cookie_signer(salt="messages").sign(str(other.case.pk)),
        f"{other.case.pk}:x:y",
        "",
    ):
        client.cookies[COOKIE] = forged
        response = client.get("/case/")
        assert response.status_code == 302, forged
    assert (client.cookies[COOKIE].value, settings.SESSION_COOKIE_NAME in client.cookies) == ("", False)


def test_a_file_of_another_case_is_not_there() -> None:
    other = make.case(files=(make.file(b"Theirs."),))
    mine = make.receipt()
    client = browser()
    client.post("/follow/", {"receipt": shown(mine.code)})
    from yimen.files.models import StoredFile  # noqa: PLC0415 – only here

    assert client.get(f"/case/files/{StoredFile.objects.get(subject=other.ref).pk}/").status_code == 404
    for number in ("0", "9" * 19, "9" * 30, "9" * 400):
        assert client.get(f"/case/files/{number}/").status_code == 404


@pytest.mark.parametrize("point", ["nan,nan", "inf,1", "1e400,2", "102.9,34.9,1", "0x10,1", "-0,0", "102.9,nan", ","])
def test_a_point_that_is_none_is_said_in_words(point: str) -> None:
    response = _sent(browser(), point=point)
    assert response.status_code == 200
    assert code_on(response) == ""
    assert not Case.objects.exists()


def test_what_no_person_can_type_does_no_harm() -> None:
    for words in ("\0\0", "a\0b", "\u202ereversed\u2066", "\ufffe\uffff", "\x1b[31m", "e\u0301" * 500):
        assert _sent(browser(), words=words, place_words=words[:200]).status_code == 200


def test_proof_and_database_together_give_no_number_away() -> None:
    """Whoever has the file alone knows the words, and could try all numbers until the proof fits."""
    said = make.sent(tell=Way.SMS, phone="13800000007")
    case = make.case(**{k: v for k, v in said.__dict__.items() if k != "files"})
    known = {k: v for k, v in said.__dict__.items() if k not in {"nonce", "files"}}
    tried = sha256(json.dumps(known, sort_keys=True, default=str).encode()).digest()
    assert bytes(case.digest) != tried
    again = make.case(**{k: v for k, v in said.__dict__.items() if k not in {"files", "nonce"}}, nonce=new_nonce())
    assert bytes(again.digest) != bytes(case.digest)


def _wrong(n: int) -> str:
    return shown(receipt_from(f"nobody's form {n:030}", b"another key"))


def _guesses(client: Client, many: int, **headers: str) -> int:
    for n in range(many):
        status = client.post("/follow/", {"receipt": _wrong(n)}, headers=headers).status_code
    return status


def test_a_header_that_nobody_vouches_for_does_not_make_a_new_caller() -> None:
    """Twenty wrong ones, each "from somewhere else": the header is the caller's own, so it is not believed."""
    client = browser()
    for n in range(MOST_WRONG):
        client.post("/follow/", {"receipt": _wrong(n)}, headers={"X-Forwarded-For": f"10.0.0.{n}"})
    assert _guesses(client, 1, **{"X-Forwarded-For": "10.9.9.9"}) == 429
    assert Guess.objects.count() == 1


def test_behind_a_server_of_our_own_one_who_guesses_does_not_lock_out_the_others(settings: Any) -> None:  # noqa: ANN401
    settings.YIMEN_PROXIES = 1
    client = browser()
    assert _guesses(client, MOST_WRONG + 1, **{"X-Forwarded-For": "8.8.8.8, 10.0.0.1"}) == 429
    assert _guesses(client, 1, **{"X-Forwarded-For": "9.9.9.9, 10.0.0.1"}) == 429  # what the caller adds is in front
    assert _guesses(client, 1, **{"X-Forwarded-For": "10.0.0.1, 10.0.0.2"}) == 200


def test_what_is_personal_is_in_no_cache_and_no_address() -> None:
    client = browser()
    first = _sent(client)
    code = code_on(first)
    answers = [first, client.get("/case/"), client.get("/follow/"), client.post("/follow/", {"receipt": code})]
    for answer in answers:
        assert "no-store" in answer.headers["Cache-Control"]
        assert code not in str(answer.headers)
        assert code.replace("-", "") not in str(answer.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] in {"Lax", "Strict"}
    assert clock.now()  # the half hour has begun


def test_no_log_knows_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    client = browser()
    code = code_on(_sent(client, words="A secret sentence.", tell="sms", phone="13800000007"))
    client.get("/nowhere/")
    client.post("/follow/", {"receipt": _wrong(1)})
    client.post("/tell/", filled(words="A secret sentence."), headers={"Sec-Fetch-Site": "cross-site"})
    client.post("/case/remarks/", b"x", content_type="multipart/form-data")
    for kept in ("secret sentence", code, code.replace("-", ""), "13800000007", "127.0.0.1", _wrong(1)):
        assert kept not in caplog.text
