"""Two hands on one case, and ten more: one wins, the others read why not."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Opinion
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, answer_case
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused

HANDS = 12


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_twelve_hands_one_wins_and_eleven_are_refused_in_words() -> None:
    case = make.accepted_case()
    before, by = make.fresh(case).version, make.handler()
    copies = [make.fresh(case) for _ in range(HANDS)]
    together = Barrier(HANDS)

    def answer(number: int) -> str:
        together.wait(timeout=30)
        try:
            said = Answer(Outcome.DONE, f"Answer {number}")
            answer_case(by=by, case=copies[number], answer=said, at=make.LATER)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(HANDS) as pool:
        answers = list(pool.map(answer, range(HANDS)))

    assert answers.count("") == 1
    assert answers.count(JUST_CHANGED) == HANDS - 1
    winner = answers.index("")
    assert Opinion.objects.get(case=case).opinion == f"Answer {winner}"
    assert facts.entries(case).count("case.answered") == 1
    assert len([letter for letter in facts.letters(case) if letter.code == "case-answered"]) == 1
    assert make.fresh(case).version == before + 1
