"""The rules of mediation hold for every state, kind and ending."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.make import MONDAY
from yimen.mediation.agreements.rules import (
    COMMITTEE,
    MEDIATOR,
    Kept,
    Promise,
    Text,
    Unconfirmable,
    digest_of,
    ending_of,
    is_in_force,
    is_whole,
    may_finish,
    may_sign,
    needed_from,
    read,
    unconfirmable,
)
from yimen.mediation.committees.rules import Candidate, in_order, is_complete, may_sit
from yimen.mediation.endings import BY_MEDIATOR, Ending, Route, routes_of, told
from yimen.mediation.policies import VERBS
from yimen.mediation.rooms.rules import JOINT, MEDIATORS, PLACES, SEES, Part, Reader, Said, may_stand, own_room
from yimen.mediation.rules import (
    FREE,
    MOVES,
    NOT_NOW,
    TURN,
    Kind,
    Screened,
    State,
    Turn,
    limit_from,
    may_extend_to,
    may_go_on,
    may_move,
    number_in_words,
)
from yimen.mediation.sittings.rules import Offered, after_answer, may_answer, may_plan

DAY = date(2026, 3, 2)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
PROMISES = st.builds(Promise, side=st.integers(1, 3), what=TEXTS, by_on=st.dates(DAY), how=TEXTS, if_not=TEXTS)
AGREEMENTS = st.builds(Text, facts=TEXTS, terms=TEXTS, promises=st.lists(PROMISES, max_size=4).map(tuple))


def test_every_state_says_whose_turn_it_is_and_why_not_now() -> None:
    assert set(TURN) == set(MOVES) == set(NOT_NOW) == set(State)
    assert [state for state in State if TURN[state] is Turn.NOBODY] == [State.ENDED]
    assert MOVES[State.ENDED] == {}


def test_whoever_is_in_may_leave_until_all_have_signed() -> None:
    assert {state for state in State if MOVES[state].get("leave") is State.ENDED} == set(FREE)
    assert set(State) - set(FREE) == {State.AGREED, State.ENDED}
    assert not may_move(State.AGREED, "leave")


def test_every_verb_of_the_table_is_somebodys_and_the_other_way_round() -> None:
    table = {verb for moves in MOVES.values() for verb in moves}
    assert table == set().union(*VERBS.values())


def test_every_ending_tells_the_other_routes() -> None:
    for kind, ending in product(Kind, Ending):
        assert Route.COURT in routes_of(kind, ending)
        assert routes_of(kind, ending) == routes_of(kind, told(ending)), "the routes betray nothing"


def test_that_a_side_was_not_safe_is_told_as_any_other_end_without_agreement() -> None:
    assert told(Ending.UNSUITABLE) is told(Ending.NOT_AGREED) is Ending.NOT_AGREED
    assert Ending.UNSUITABLE in BY_MEDIATOR


@given(st.lists(st.sampled_from([*Screened, ""]), min_size=1, max_size=4))
def test_the_sides_come_together_only_when_each_was_heard_and_is_safe(screened: list[str]) -> None:
    assert bool(may_go_on(screened)) is all(one == Screened.SUITABLE for one in screened)


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(-40, 80))
def test_more_time_is_a_month_at_most_and_later_than_now(now: date, days: int) -> None:
    until = now + timedelta(days=days)
    assert bool(may_extend_to(until, now)) is (now < until <= limit_from(now))
    assert 28 <= (limit_from(now) - now).days <= 31


def test_a_number_reads_as_chinese_files_have_it() -> None:
    assert number_in_words(2026, "格", 7) == "（2026）格人调字第7号"
    assert not number_in_words(2026, "格", 0)


# Agreements


@given(AGREEMENTS)
def test_a_text_comes_back_as_it_was_and_its_hash_is_of_every_letter(text: Text) -> None:
    assert read(text.exact()) == text
    assert digest_of(text.exact()) == digest_of(read(text.exact()).exact())
    assert digest_of(text.exact()) != digest_of(Text(text.facts + ".", text.terms, text.promises).exact())


@given(st.sets(st.integers(1, 6), min_size=2), st.data())
def test_no_agreement_is_in_force_without_every_signature(sides: set[int], data: st.DataObject) -> None:
    needed = needed_from(sides)
    signed = data.draw(st.sets(st.sampled_from(sorted(needed | {"side-9"}))))
    assert is_in_force(sides, signed) is (needed <= signed)
    assert {MEDIATOR, COMMITTEE} < needed


@given(st.sets(st.sampled_from(["side-1", "side-2", MEDIATOR, COMMITTEE])), st.sampled_from(["same", "other"]))
def test_one_signs_once_what_one_has_read_and_the_seal_comes_last(signed: set[str], seen: str) -> None:
    for who in ("side-1", "side-2", MEDIATOR):
        assert bool(may_sign(who, signed, seen=seen, digest="same")) is (who not in signed and seen == "same")
    all_others = {"side-1", "side-2", MEDIATOR} <= signed
    may_seal = may_sign(COMMITTEE, signed, seen="", digest="", sides=[1, 2])
    assert bool(may_seal) is (COMMITTEE not in signed and all_others)


def test_an_agreement_has_its_parts_and_its_undertakings_a_side_and_a_day() -> None:
    promise = Promise(1, "Mend the wall", DAY)
    assert is_whole(Text("f", "t", (promise,)), [1, 2], DAY)
    assert is_whole(Text("f", "t"), [1, 2], DAY)
    for broken in (
        Text("", "t"),
        Text("f", " "),
        Text("f", "t", (Promise(3, "x", DAY),)),
        Text("f", "t", (Promise(1, " ", DAY),)),
        Text("f", "t", (Promise(1, "x", DAY - timedelta(days=1)),)),
        Text("f", "t", (promise,) * 21),
    ):
        assert not is_whole(broken, [1, 2], DAY)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("双方同意离婚", [Unconfirmable.STATUS]),
        ("房屋所有权归甲", [Unconfirmable.TITLE]),
        ("The trademark stays with A", [Unconfirmable.IDEAS]),
        ("甲方三日内赔偿五百元", []),
    ],
)
def test_what_no_court_confirms_is_warned_of(terms: str, expected: list[Unconfirmable]) -> None:
    assert unconfirmable(Text("f", terms)) == expected


@given(st.lists(st.sampled_from([*Kept, ""]), max_size=4))
def test_it_ends_as_what_became_of_each_undertaking_says(kept: list[str]) -> None:
    assert bool(may_finish(kept)) is all(kept)
    if all(kept):
        ending = ending_of(kept)
        assert (ending is Ending.PERFORMED) is all(one == Kept.PERFORMED for one in kept)


# Sessions and proposals


@given(st.integers(0, 3), st.sets(st.integers(1, 3)), st.booleans())
def test_a_proposal_is_accepted_when_all_others_have_said_yes(
    by_side: int,
    accepted: set[int],
    accepts: bool,  # noqa: FBT001
) -> None:
    state = after_answer(by_side, accepted, [1, 2, 3], accepts=accepts)
    if not accepts:
        assert state is Offered.DECLINED
    else:
        assert (state is Offered.ACCEPTED) is ({1, 2, 3} - {by_side} <= accepted)
    assert not may_answer(Offered.OPEN, 1, 1)
    assert may_answer(Offered.OPEN, 1, 2)
    assert not may_answer(Offered.DECLINED, 1, 2)


@pytest.mark.parametrize(
    ("hours", "minutes", "may"),
    [
        (1, 60, True), (0, 60, False), (1, 5, False), (1, 999, False), (1, 10**15, False), (366 * 24, 60, True),
        (366 * 24 + 1, 60, False),
    ],
)  # fmt: skip
def test_a_session_is_still_to_come_within_a_year_and_of_a_bearable_length(hours: int, minutes: int, may: bool) -> None:  # noqa: FBT001
    at: datetime = MONDAY
    assert bool(may_plan(at + timedelta(hours=hours), minutes, at)) is may


# Committees


def test_a_term_is_three_years_at_most_and_a_committee_has_three_to_nine_members() -> None:
    assert may_sit(DAY, date(2029, 3, 2))
    assert not may_sit(DAY, date(2029, 3, 3))
    assert not may_sit(DAY, DAY)
    assert [n for n in range(12) if is_complete(n)] == list(range(3, 10))


def test_who_fits_best_comes_first_and_nobody_is_left_out() -> None:
    plain = Candidate(1, 1, speaks_all=True)
    busy = Candidate(2, 2, speaks_all=True, load=3)
    knows = Candidate(3, 3, speaks_all=True, is_of_kind=True, is_any_kind=False, load=5)
    mute = Candidate(4, 4, is_of_kind=True)
    refused = Candidate(5, 5, speaks_all=True, is_of_kind=True, refused=True)
    full = Candidate(6, 6, speaks_all=True, has_hours=True)
    free = Candidate(7, 7, speaks_all=True, has_hours=True, free_on=date(2026, 3, 3), load=1)
    worked = Candidate(8, 8, speaks_all=True, is_of_kind=True, was_at_work=True)
    assert worked.reasons == ["kind", "worked", "language"]
    ordered = in_order([refused, worked, full, mute, busy, free, plain, knows])
    assert [one.post_id for one in ordered] == [3, 1, 7, 2, 6, 4, 8, 5]
    assert knows.reasons == ["kind", "language"]
    assert mute.reasons == ["kind"]
    assert refused.reasons == ["kind", "refused", "language"]
    assert full.reasons == ["language", "full"]
    assert free.reasons == ["language"]


# Rooms


def test_each_kind_of_entry_stands_where_it_may_and_private_ones_never_in_the_joint_room() -> None:
    assert set(PLACES) == set(Said)
    for said in (Said.CLAIM, Said.REACH, Said.WISH, Said.CAUCUS, Said.MINE, Said.SCREEN):
        assert not may_stand(said, JOINT)
    assert may_stand(Said.CAUCUS, own_room(2))
    assert not may_stand(Said.CAUCUS, MEDIATORS)
    assert not may_stand(Said.SCREEN, own_room(1)), "whoever reads over a side's shoulder must not find it"


def test_nobody_but_the_mediator_sees_what_another_side_said() -> None:
    assert set(SEES) == set(Reader)
    assert [reader for reader in Reader if Part.OTHER_WORDS in SEES[reader]] == [Reader.MEDIATOR]
    assert [reader for reader in Reader if Part.OWN_WORDS in SEES[reader]] == [Reader.SIDE, Reader.ACTING]
    assert SEES[Reader.DEPARTMENT] == {Part.STATE}
    for blind in (Reader.ADMINISTRATOR, Reader.SEARCH, Reader.FIGURES, Reader.STAND_IN):
        assert not SEES[blind]
