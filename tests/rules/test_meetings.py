"""A call's rules: who may come in, what a browser may say, and the password of the TURN server. Pure."""

import hmac
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.meetings.rules import (
    LONGEST_LINE,
    LONGEST_SIGNAL,
    MOST_AT_ONCE,
    MOST_IN,
    MOST_SLIDES,
    MOVES,
    Say,
    Sitting,
    may_enter,
    may_move,
    may_show,
)
from yimen.meetings.turn import turn_password
from yimen.meetings.wire import Asked, read
from yimen.video.rules import Stage, may_take_over

BROWSER = {"browser": "a" * 20, "page": "b" * 12}


def test_nobody_is_in_who_was_not_let_in() -> None:
    """From every place before the door there is one way in; and to open the link leads before the door."""
    ways_in = {(state, verb) for state, moves in MOVES.items() for verb, to in moves.items() if to is Sitting.IN}
    assert ways_in == {(Sitting.WAITING, "let_in")}
    assert {moves["come"] for moves in MOVES.values() if "come" in moves} == {Sitting.WAITING}
    assert not may_move(Sitting.OUT, "come")


def test_four_are_in_a_call_and_no_fifth() -> None:
    assert [bool(may_enter(seated)) for seated in range(MOST_IN + 2)] == [True] * MOST_IN + [False] * 2


def test_pictures_and_pdf_are_shown_and_nothing_that_runs() -> None:
    assert may_show("image/png", 0)
    assert may_show("application/pdf", MOST_SLIDES - 1)
    assert not may_show("application/pdf", MOST_SLIDES)
    assert not may_show("video/mp4", 0)


def test_a_colleague_takes_over_what_was_offered_or_whose_clerk_is_silent() -> None:
    minute, second = timedelta(minutes=1), timedelta(seconds=1)
    assert may_take_over(Stage.OFFERED, timedelta(0))
    assert may_take_over(Stage.TAKEN, minute)
    assert may_take_over(Stage.TAKEN, None)
    assert not may_take_over(Stage.TAKEN, minute - second)
    assert not may_take_over(Stage.WAITING, None)


def test_a_question_is_read() -> None:
    asked = read(BROWSER | {"heard": 3, "mark": 7, "signals": [{"to": 2, "what": "{}"}], "comes": True,
                            "lines": [{"kind": "chat", "words": " yes "}], "servers": True})  # fmt: skip
    assert asked == Asked("a" * 20, "b" * 12, 3, 7, comes=True, wants_servers=True, signals=((2, "{}"),),
                          lines=((Say.CHAT, "yes"),))  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        {"browser": "short"}, {"browser": None}, {"page": "with blank "}, {"heard": -1}, {"heard": True}, {"mark": "7"},
        {"mark": 2**40}, {"signals": {}}, {"signals": [{"to": 99, "what": "{}"}]}, {"signals": [{"to": 1}]},
        {"signals": [{"to": 1, "what": ""}]}, {"signals": [{"to": 1, "what": '{"a": "' + "x" * LONGEST_SIGNAL + '"}'}]},
        {"signals": [{"to": 1, "what": "{}"}] * (MOST_AT_ONCE + 1)}, {"lines": [{"kind": "shout", "words": "x"}]},
        {"lines": [{"kind": "chat", "words": "x" * (LONGEST_LINE + 1)}]}, {"lines": [{"kind": "chat", "words": "\0"}]},
        {"lines": [{"kind": "chat", "words": "\ud800"}]}, {"lines": ["x"]},
        *({"signals": [{"to": 1, "what": what}]} for what in ("x", "[]", "7", '{"a": NaN}', '{"by": 2}')),
    ],
)  # fmt: skip
def test_what_no_browser_of_ours_asks_is_no_question(more: dict[str, Any]) -> None:
    assert read(BROWSER) is not None
    assert read(BROWSER | more) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(_JSON, st.dictionaries(st.sampled_from(["browser", "page", "heard", "mark", "signals", "lines"]), _JSON))
def test_nothing_that_is_sent_breaks_the_reading(anything: object, more: dict[str, object]) -> None:
    assert read(anything) is None or isinstance(anything, dict)
    asked = read(BROWSER | more)
    assert asked is None or isinstance(asked, Asked)


def test_the_password_for_the_turn_server_is_good_until_then() -> None:
    """As coturn's ``use-auth-secret`` reckons: base64(HMAC-SHA1(secret, "time:whoever"))."""
    name, password = turn_password("north", datetime(2026, 3, 2, 2, 0, tzinfo=UTC), "ab12")
    assert name == "1772416800:ab12"
    assert password == b64encode(hmac.new(b"north", name.encode(), "sha1").digest()).decode()
