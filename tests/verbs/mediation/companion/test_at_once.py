"""Two hands at the same moment: nobody comes unasked, no code outlives its person, and nobody is told a lie."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make_company, make_mediation
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import MOST, Joined, Role
from yimen.mediation.models import Companion, RoomKey

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
AT = make_mediation.AT


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each was told: nothing, or why not."""
    together = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        together.wait(timeout=30)
        try:
            act()
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_the_last_free_place_is_given_once() -> None:
    talk = make_mediation.opened()
    for _ in range(MOST - 1):
        make_company.wanted(talk, Role.GUARDIAN)
    sides = [talk.side(1), talk.side(1)]
    wanted = verbs.Wanted(Role.SUPPORTER, "aunt")
    said = at_once(*(lambda me=me: verbs.bring_companion(by=me, wanted=wanted, at=AT) for me in sides))
    assert Companion.objects.count() == MOST
    assert sorted(map(bool, said)) == [False, True]


def test_two_sides_that_agree_are_both_heard_or_one_is_told_to_look_again() -> None:
    talk = make_mediation.opened(others=("Zhang", "Wang"))
    pk = make_company.wanted(talk, Role.EXPERT)
    sides = [talk.side(2), talk.side(3)]
    said = at_once(*(lambda me=me: verbs.answer_companion(by=me, companion=pk, agrees=True, at=AT) for me in sides))
    assert len(Companion.objects.get().agreed) == said.count("")


def test_whoever_is_let_in_and_sent_away_at_once_has_no_key_left() -> None:
    talk = make_mediation.opened()
    pk = make_company.wanted(talk, Role.GUARDIAN)
    one, two = talk.side(1), talk.side(1)
    at_once(
        lambda: verbs.admit_companion(by=one, companion=pk, nonce=new_nonce(), at=AT),
        lambda: verbs.dismiss_companion(by=two, companion=pk, at=AT),
    )
    row = Companion.objects.get()
    assert RoomKey.objects.filter(bearer=row.ref).exists() is (row.joined == Joined.IN)
