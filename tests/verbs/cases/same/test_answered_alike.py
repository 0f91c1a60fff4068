"""One answer to a case and to those linked to it."""

import pytest

from tests import make
from tests.make_same import linked
from tests.verbs.cases import facts
from yimen.cases.models import Case, Opinion
from yimen.cases.rules import Outcome, Way
from yimen.cases.verbs import Answer, add_words, answer_case, stand_aside, unlink_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
ANSWER = Answer(Outcome.DONE, "The lamp burns again.")


def answer(main: Case, also: dict[int, int]) -> None:
    answer_case(by=make.handler(), case=main, answer=ANSWER, also=also, at=make.LATER)


def test_each_gets_a_letter_of_its_own_in_its_language_and_an_entry_of_its_own() -> None:
    main, (one, two) = linked(2, language="bo", tell=Way.EMAIL, email="somebody@example.org")
    answer(main, {one.pk: one.version, two.pk: two.version})
    for case in (main, one, two):
        assert make.fresh(case).state == "answered"
        assert facts.entries(case)[-1] == "case.answered"
        assert facts.last_entry(case).subject == case.ref
        assert not facts.terms(case, state="running")
    assert [facts.letters(case)[-1].language for case in (main, one)] == ["zh-hans", "bo"]
    assert facts.letters(one)[-1].address == "somebody@example.org"
    assert Opinion.objects.count() == 3


def test_what_was_not_chosen_stays_as_it_is() -> None:
    main, (one, two) = linked(2)
    answer(main, {one.pk: one.version})
    assert (make.fresh(two).state, make.fresh(two).main_id) == ("handling", main.pk)


def test_all_or_none_if_one_has_changed_gone_or_must_not_be_known() -> None:
    main, (one, two) = linked(2)
    seen = {one.pk: one.version, two.pk: two.version}
    add_words(by=make.resident(two), case=make.fresh(two), text="And the next lamp, too.", at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        answer(make.fresh(main), seen)
    unlink_case(by=make.handler(), case=make.fresh(two), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        answer(make.fresh(main), seen)
    stand_aside(by=make.handler(), case=make.fresh(one), why="My brother's letter.", at=make.LATER)
    with pytest.raises(Refused, match="You stand aside"):
        answer(make.fresh(main), {one.pk: make.fresh(one).version})
    for case in (main, one, two):
        assert make.fresh(case).state == "handling"
    assert not Opinion.objects.exists()
