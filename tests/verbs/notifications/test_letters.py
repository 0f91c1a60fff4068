"""A letter is in the person's language, word for word under the receipt, and promised by one INSERT."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from tests.verbs.notifications.some_words import WORDS, words
from yimen.kernel.models import editions, new_edition
from yimen.kernel.receipts import receipt_from, shown
from yimen.notifications import letters, rules
from yimen.notifications.forgetting import forget_letters_of
from yimen.notifications.letters import NoTemplate, new_letter, promise_letter, promise_letters
from yimen.notifications.models import Letter, Template
from yimen.notifications.queries import letters_of, ways_out
from yimen.notifications.verbs import take_templates
from yimen.people.rules import Operator

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("words")
__all__ = ["words"]  # the fixture


def promised(code: str = "case-answered", **changed: Any) -> Letter:  # noqa: ANN401 – any of a letter's parts
    usual = {"subject": "case:1", "language": "en", "way": "here", "address": "", "at": MONDAY, "edition": 1}
    return promise_letter(code, **{**usual, "office": "Housing", "opinion": "It is mended.", **changed})


def test_it_says_what_the_template_says_in_the_persons_language() -> None:
    letter = promised()
    assert (letter.title, letter.body) == ("Housing has answered", "Housing says:\nIt is mended.\nIt costs $5.")
    assert promised(language="bo").title == "Housing་ནས་ལན་བཏབ།"


def test_where_there_are_no_words_in_tibetan_it_speaks_chinese_and_says_so() -> None:
    letter = promised("only-chinese", language="bo")
    assert (letter.language, letter.body) == ("zh-hans", "内容")


def test_promising_is_one_statement_and_reading_too(sql: Callable[..., Any]) -> None:
    promised()
    with sql(at_most=1):
        promised(way="email", address="a@example.org")
    with sql(at_most=1):
        found = letters_of("case:1")
    assert [(letter.way, letter.state) for letter in found] == [("here", "kept"), ("email", "waiting")]
    assert "a@example.org" not in repr(found)


def test_without_the_edition_it_is_one_statement_more(sql: Callable[..., Any]) -> None:
    promised(edition=None)
    with sql(at_most=2):
        promised(edition=None)


def test_many_letters_are_written_at_once(sql: Callable[..., Any]) -> None:
    made = [
        new_letter("only-chinese", subject=f"case:{n}", language="en", way="here", address="", at=MONDAY, edition=1)
        for n in range(40)
    ]
    with sql(at_most=1):
        promise_letters(made)
    assert Letter.objects.count() == 40


def test_new_words_count_from_the_next_edition_and_old_letters_keep_theirs() -> None:
    old = promised(edition=editions().get("routing", 0))
    changed = replace(WORDS[0], title="$office writes")
    take_templates(by=Operator(), pack="test", templates=[changed, *WORDS[1:]], at=MONDAY)
    new_edition("routing")
    assert promised(edition=editions()["routing"]).title == "Housing writes"
    assert letters_of("case:1")[0].title == old.title


def test_a_missing_word_is_a_bug_and_writes_nothing() -> None:
    with pytest.raises(KeyError, match="opinion"):
        promise_letter(
            "case-answered", subject="case:1", language="en", way="here", address="", at=MONDAY, office="Housing"
        )
    with pytest.raises(NoTemplate, match="case-unheard-of"):
        promised("case-unheard-of")
    assert not Letter.objects.exists()


def test_what_residents_and_offices_wrote_is_no_template() -> None:
    assert "$office ${x} $5" in promised(opinion="$office ${x} $5").body


@pytest.mark.parametrize("way", ["none", "here", "email", "sms"])
def test_it_waits_only_where_there_is_a_way_out(way: str) -> None:
    letter = promised(way=way, address="somewhere")
    goes_out = way in {"email", "sms"}
    assert (letter.state, letter.way) == (("waiting", way) if goes_out else ("kept", "here"))
    assert (letter.next_at, letter.address) == ((MONDAY, "somewhere") if goes_out else (None, ""))
    assert promised(way=way, address="").state == "kept"


def test_the_address_stands_sealed_in_the_table() -> None:
    letter = promised(way="email", address="tenzin@example.org")
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM notifications_letter WHERE id = %s", [letter.pk])
        (stored,) = cursor.fetchone()
    assert b"tenzin" not in bytes(stored)
    assert Letter.objects.get(pk=letter.pk).address == "tenzin@example.org"


def test_a_receipt_never_gets_into_a_letter() -> None:
    receipt = shown(receipt_from("form", b"k" * 32))
    letter = promised(opinion=f"Your receipt is {receipt}. AAAAA-AAAAA-AAAAB is none.")
    assert receipt not in letter.body
    assert "•••••-•••••-•••••. AAAAA-AAAAA-AAAAB is none." in letter.body


def test_a_title_is_one_line_that_fits() -> None:
    letter = promised(office="Housing\nBcc: all@example.org " + "x" * 400)
    assert len(letter.title) == rules.LONGEST_TITLE
    assert "\n" not in letter.title


def test_only_the_ways_that_the_town_has_are_offered(settings: Settings) -> None:
    assert ways_out() == ("email", "sms")
    settings.YIMEN_SMS = "off"
    assert ways_out() == ("email",)


def test_letters_are_forgotten_with_their_case() -> None:
    promised()
    promised(subject="case:2")
    assert forget_letters_of(["case:1"]) == 1
    assert [bool(letters_of(f"case:{number}")) for number in (1, 2)] == [False, True]


@given(st.text(alphabet="ab$ {}_\n"))
def test_a_template_can_be_checked_before_it_is_used(text: str) -> None:
    try:
        places = rules.places_in(text)
    except ValueError:
        with pytest.raises((ValueError, KeyError)):
            rules.worded(text, {})
    else:
        rules.worded(text, dict.fromkeys(places, "x"))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("letter_sent_has_its_time", {"state": "sent", "next_at": None}),
        ("letter_sent_has_its_time", {"state": "kept", "next_at": None, "sent_at": MONDAY}),
        ("letter_to_send_has_its_time", {"state": "waiting", "next_at": None}),
        ("letter_to_send_has_its_time", {"state": "failed"}),
    ],
)
def test_the_table_refuses_what_cannot_be(constraint: str, fields: dict[str, Any]) -> None:
    letter = promised(way="email", address="a@example.org")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**fields)


def test_a_language_has_one_template_a_letter() -> None:
    """template_once_per_language."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Template.objects.create(code="only-chinese", language="zh-hans", title="x", body="x")


def test_the_memory_holds_one_edition_only() -> None:
    letters.texts(1)
    letters.texts(2)
    assert letters.texts.cache_info().currsize == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a table as small as this one through")
def test_looking_for_letters_to_send_reads_no_letters_that_are_kept() -> None:
    plan = Letter.objects.filter(next_at__lte=MONDAY).order_by("next_at", "id").explain()
    assert "USING INDEX letter_to_send" in plan
