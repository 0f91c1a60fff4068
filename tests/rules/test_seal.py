"""What people write stands sealed in the database, and opens only with the town's own key."""

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from yimen.kernel.seal import SealedField, box, derived_key

FIELD = SealedField(default="", blank=True)
TOWN, NEXT, STRANGER = (Fernet.generate_key().decode() for _ in range(3))


@pytest.fixture(autouse=True)
def _keys(settings: Settings) -> None:
    settings.YIMEN_SEAL_KEYS = [TOWN]


@given(st.text(min_size=1).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_what_is_sealed_opens_to_the_same_words(words: str) -> None:
    assert FIELD.from_db_value(FIELD.get_prep_value(words)) == words


def test_the_database_holds_nothing_of_the_words() -> None:
    sealed = FIELD.get_prep_value("tenzin@example.org")
    assert b"tenzin" not in sealed
    assert sealed != FIELD.get_prep_value("tenzin@example.org")  # nor that two cases have the same address


def test_nothing_is_stored_as_nothing() -> None:
    assert FIELD.get_prep_value("") == b""
    assert FIELD.get_prep_value(None) == b""
    assert FIELD.from_db_value(b"") == ""
    assert FIELD.from_db_value(None) == ""


def test_postgresql_gives_a_memoryview_and_it_opens_too() -> None:
    assert FIELD.from_db_value(memoryview(FIELD.get_prep_value("བཀྲ་ཤིས།"))) == "བཀྲ་ཤིས།"


def test_with_another_key_there_is_nothing_to_read(settings: Settings) -> None:
    sealed = FIELD.get_prep_value("13800000000")
    settings.YIMEN_SEAL_KEYS = [STRANGER]
    assert FIELD.from_db_value(sealed) == ""


def test_a_changed_seal_does_not_open() -> None:
    sealed = bytearray(FIELD.get_prep_value("13800000000"))
    sealed[20] ^= 1
    assert FIELD.from_db_value(bytes(sealed)) == ""


def test_a_new_key_seals_what_is_new_and_the_old_one_still_opens(settings: Settings) -> None:
    old = FIELD.get_prep_value("13800000000")
    settings.YIMEN_SEAL_KEYS = [NEXT, TOWN]
    assert FIELD.from_db_value(old) == "13800000000"
    fresh = FIELD.get_prep_value("13800000000")
    settings.YIMEN_SEAL_KEYS = [NEXT]
    assert (FIELD.from_db_value(old), FIELD.from_db_value(fresh)) == ("", "13800000000")


def test_what_was_sealed_by_an_older_edition_opens_too(settings: Settings) -> None:
    older = Fernet(TOWN).encrypt("བཀྲ་ཤིས།".encode())
    settings.YIMEN_SEAL_KEYS = [NEXT, TOWN]
    assert FIELD.from_db_value(older) == "བཀྲ་ཤིས།"
    assert Fernet(NEXT).decrypt(box().rotate(older)).decode() == "བཀྲ་ཤིས།"


def test_a_seal_that_does_not_open_is_said_aloud(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """Words that nobody can read any more must not look like words that were forgotten."""
    lost = FIELD.get_prep_value("13800000000")
    settings.YIMEN_SEAL_KEYS = [STRANGER]
    assert FIELD.from_db_value(lost) == ""
    assert "seal.key" in caplog.text


def test_sealing_costs_next_to_nothing() -> None:
    """Thirty bytes a text: a town's database does not grow by sealing."""
    assert len(FIELD.get_prep_value("x" * 1000)) < 1030


def test_each_purpose_has_a_key_of_its_own(settings: Settings) -> None:
    keys = {derived_key(purpose) for purpose in ("receipt", "guesses", "message-id")}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}
    settings.SECRET_KEY = "another town"
    assert derived_key("receipt") not in keys
