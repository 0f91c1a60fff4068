"""Contact details stand sealed in the database, and open only with the town's own key."""

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
    assert Fernet(NEXT).decrypt(fresh) == b"13800000000"
    assert Fernet(NEXT).decrypt(box().rotate(old)) == b"13800000000"


def test_each_purpose_has_a_key_of_its_own(settings: Settings) -> None:
    keys = {derived_key(purpose) for purpose in ("receipt", "guesses", "message-id")}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}
    settings.SECRET_KEY = "another town"
    assert derived_key("receipt") not in keys
