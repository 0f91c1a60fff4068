"""A resident brings a case."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import LONGEST_WORDS, Way
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.files.hygiene import clean
from yimen.files.queries import files_of
from yimen.files.store import put
from yimen.kernel.receipts import new_nonce, read, shown
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db
NEWCOMER = Resident(case_id=0)


def submitted(**fields: Any) -> Receipt:  # noqa: ANN401 – any field of a submission
    make.town()
    return submit_case(by=NEWCOMER, sent=make.sent(**fields), at=make.MONDAY)


def test_it_gets_a_receipt_an_office_a_date_a_letter_and_one_entry() -> None:
    receipt = submitted()
    case = make.fresh(receipt.case)
    assert receipt.is_new
    assert read(shown(receipt.code)) == receipt.code
    assert (case.state, case.office.code, case.turn_office_id) == ("received", "KS-urban", case.office_id)
    assert case.due_on == min(term.due_on for term in facts.terms(case).values())
    assert [letter.code for letter in facts.letters(case)] == ["case-received"]
    assert facts.entries(case) == ["case.submitted"]
    assert facts.last_entry(case).by == "resident"


def test_the_code_is_stored_nowhere() -> None:
    receipt = submitted()
    row = Case.objects.filter(pk=receipt.case.pk).values().get()
    letters = [f"{letter.title} {letter.body}" for letter in facts.letters(receipt.case)]
    everything = " ".join([*map(str, row.values()), *letters, str(facts.last_entry(receipt.case).facts)])
    assert receipt.code not in everything
    assert shown(receipt.code) not in everything
    assert bytes(row["receipt_hash"]) != sha256(receipt.code.encode()).digest()


def test_sent_twice_it_is_one_case_and_the_same_receipt() -> None:
    sent = make.sent()
    make.town()
    first, second = (submit_case(by=NEWCOMER, sent=sent, at=at) for at in (make.MONDAY, make.LATER))
    assert (first.code, first.case.pk) == (second.code, second.case.pk)
    assert (second.is_new, second.says_the_same) == (False, True)
    assert facts.entries(first.case) == ["case.submitted"]
    assert len(facts.letters(first.case)) == 1


def test_the_same_form_with_other_words_changes_nothing_and_says_so() -> None:
    nonce = new_nonce()
    first, second = (submitted(nonce=nonce, words=words) for words in ("A lamp.", "Two lamps."))
    assert (second.is_new, second.says_the_same) == (False, False)
    assert make.fresh(first.case).words == "A lamp."
    assert Case.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sent_eight_times_at_the_same_moment_it_is_one_case() -> None:
    make.town()
    sent, together = make.sent(), Barrier(8)

    def send(_: int) -> Receipt:
        together.wait(timeout=30)
        try:
            return submit_case(by=NEWCOMER, sent=sent, at=make.MONDAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(send, range(8)))
    assert len({receipt.code for receipt in receipts}) == 1
    assert [receipt.is_new for receipt in receipts].count(True) == 1
    assert Case.objects.count() == 1
    assert facts.entries(receipts[0].case) == ["case.submitted"]
    assert len(facts.letters(receipts[0].case)) == len(facts.terms(receipts[0].case)) - 1 == 1


def test_two_forms_with_the_same_words_are_two_cases() -> None:
    assert submitted().code != submitted().code
    assert Case.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"words": " \n\t\u0000"}, "write something"),
        ({"words": "x" * (LONGEST_WORDS + 1)}, "longer than"),
        ({"category": "no.such"}, "category is not in our list"),
        ({"longitude": 10.0, "latitude": 50.0}, "outside the town"),
        ({"longitude": float("nan")}, "outside the town"),
        ({"longitude": float("inf")}, "outside the town"),
        ({"longitude": None}, "both numbers"),
        ({"longitude": None, "latitude": None, "place": "KS99"}, "place is not in our list"),
        ({"place_words": "x" * 201}, "longer than"),
        ({"contact_name": "x" * 121}, "longer than"),
        ({"accused_office": "KS-nowhere"}, "office is not in our list"),
        ({"tell": Way.EMAIL}, "address or number"),
        ({"tell": Way.SMS, "email": "a@example.org"}, "address or number"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words_and_leaves_nothing(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        submitted(**fields)
    assert not Case.objects.exists()


def test_a_matter_of_another_door_is_not_taken() -> None:
    town = make.town()
    code = next(c.code for c in town.catalogue.by_id.values() if c.door_code)
    with pytest.raises(Refused, match="another door"):
        submitted(category=code)


def test_typed_signs_that_nobody_can_type_are_left_out() -> None:
    case = make.fresh(submitted(words="\ud800Lamp\u0000\u001b[2J\r\nཟམ་པ\u0000").case)
    assert case.words == "Lamp[2J\nཟམ་པ"


def test_what_somebody_needs_is_kept_once_each_and_nothing_that_is_no_code_of_ours() -> None:
    assert submitted(needs=("home", "sign", "home", "zq")).case.needs == "sign home"


def test_what_is_left_open_goes_to_the_one_door() -> None:
    receipt = submitted(category="", longitude=None, latitude=None)
    assert make.fresh(receipt.case).office.function == "one-door"


def test_an_accused_office_does_not_get_it() -> None:
    case = make.fresh(submitted(accused_office="KS-urban").case)
    assert case.office.code != "KS-urban"
    assert case.accused_office_id is not None


def test_contacts_are_sealed_in_the_database() -> None:
    case = submitted(tell=Way.EMAIL, email="dolma@example.org", contact_name="Dolma").case
    with connection.cursor() as cursor:
        cursor.execute("SELECT email, contact_name FROM cases_case WHERE id = %s", [case.pk])
        row = str(cursor.fetchone())
    assert "example.org" not in row
    assert "Dolma" not in row
    assert make.fresh(case).email == "dolma@example.org"


def test_files_belong_to_the_case() -> None:
    placed = put(clean("note.txt", b"The lamp at the bridge."))
    receipt = submitted(files=(placed,))
    assert [file.name for file in files_of(receipt.case.ref)] == ["note.txt"]
    assert facts.last_entry(receipt.case).facts["files"] == 1


def test_writing_it_down_takes_few_statements(sql: Callable[..., Any]) -> None:
    make.town()
    submit_case(by=NEWCOMER, sent=make.sent(), at=make.MONDAY)
    sent: Submission = make.sent(tell=Way.EMAIL, email="a@example.org")
    with sql(at_most=6):
        submit_case(by=NEWCOMER, sent=sent, at=make.MONDAY)
