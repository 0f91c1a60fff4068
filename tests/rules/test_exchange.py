"""What a telephone exchange tells, how it proves itself, and how a player asks for a part of a sound."""

import json
from base64 import b64encode
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.make import MONDAY
from yimen.calls.rules import Event, Heard
from yimen.desk.calling.parts import NotThere, part_of
from yimen.intake.channels.phone.signed import MAY_DIFFER, proves, signature
from yimen.intake.channels.phone.told import heard, sameness, spoken, written
from yimen.intake.reading import Unreadable

SECRET = "a secret"


def test_only_the_four_events_are_heard_and_no_number() -> None:
    told = {"event": "answered", "call": "7", "line": "201", "caller": "13900000000", "from": "13900000000"}
    assert heard(json.dumps(told).encode()) == Heard(Event.ANSWERED, "7", "201")
    for wrong in (
        b"", b"\xff", b"[]", b"{}", b"[" * 100_000, b'{"event": "dialled", "call": "7"}', b'{"event": "ended"}',
        b'{"event": "ended", "call": ""}', b'{"event": "ended", "call": 7}',
        b'{"event": "ended", "call": "7", "line": 1}',
        json.dumps({"event": "ended", "call": "7" * 201}).encode(),
    ):  # fmt: skip
        with pytest.raises(Unreadable):
            heard(wrong)


def test_a_spoken_message_is_its_sound_and_nothing_else() -> None:
    said = spoken(written("7", b"RIFF sound"))
    assert (said.files, said.words, said.is_spoken) == ((("message", b"RIFF sound"),), "", True)
    for wrong in (b"{}", b'{"sound": ""}', b'{"sound": 7}', b'{"sound": "no base64!"}'):
        with pytest.raises(Unreadable):
            spoken(wrong)


def test_the_same_message_is_the_same_however_it_is_written() -> None:
    sound = b64encode(b"RIFF").decode()
    other = json.dumps({"sound": sound, "tried": 2, "event": "recording", "call": "7"}).encode()
    assert sameness(written("7", b"RIFF")) == sameness(other)
    assert sameness(written("8", b"RIFF")) != sameness(other)
    assert sameness(b"x") == b"x"


@given(st.binary(max_size=60))
def test_what_is_signed_with_the_secret_now_is_believed(body: bytes) -> None:
    given_ = signature(body, SECRET, MONDAY)
    assert proves(body, given_, SECRET, MONDAY + MAY_DIFFER)
    assert proves(body, given_, SECRET, MONDAY - MAY_DIFFER)
    assert not proves(body, given_, SECRET, MONDAY + MAY_DIFFER + timedelta(seconds=1))
    assert not proves(body, given_, SECRET, MONDAY - MAY_DIFFER - timedelta(seconds=1))
    assert not proves(body + b" ", given_, SECRET, MONDAY)
    assert not proves(body, given_, "another", MONDAY)
    assert not proves(body, signature(body, "", MONDAY), "", MONDAY), "without a secret nobody is believed"
    later = f"t={int(MONDAY.timestamp()) + 1},{given_.partition(',')[2]}"
    assert not proves(body, later, SECRET, MONDAY), "the time is signed, too"


@pytest.mark.parametrize("given_", ["", "t=1", "v1=" + "0" * 64, "t=1,v1=" + "0" * 63, "t=١,v1=" + "0" * 64])
def test_what_is_no_signature_proves_nothing(given_: str) -> None:
    assert not proves(b"", given_, SECRET, MONDAY)


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("", None), ("bytes=0-", (0, 10)), ("bytes=2-4", (2, 5)), ("bytes=-3", (7, 10)), ("bytes=-30", (0, 10)),
        ("bytes=8-99", (8, 10)), ("bytes=0-1,4-5", None), ("lines=1-2", None), ("bytes=-", None), ("bytes=4-2", None),
    ],
)  # fmt: skip
def test_a_part_of_ten_bytes(asked: str, part: tuple[int, int] | None) -> None:
    assert part_of(asked, 10) == part


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_what_lies_outside_is_not_there(asked: str) -> None:
    with pytest.raises(NotThere):
        part_of(asked, 10)
