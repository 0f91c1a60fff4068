"""A case gets a new date because the calendar changed."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.verbs import move_due_case
from yimen.deadlines.terms import open_terms
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
NAMES = {"zh-hans": "香浪节", "en": "Shanglang festival", "bo": "ཤང་ལང་"}


def test_the_case_follows_its_terms_and_the_resident_is_told() -> None:
    case = make.accepted_case(language="en")
    terms = open_terms(case.ref)
    old = terms[0].due_on - timedelta(days=3)
    move_due_case(by=make.CLOCK, case=case, terms=terms, old=old, at=make.LATER)
    assert make.fresh(case).due_on == min(term.due_on for term in terms)
    assert facts.letters(case)[-1].code == "case-due-moved"
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts["old"]) == ("case.due_moved", str(old))


def test_a_date_that_only_became_certain_needs_no_letter() -> None:
    case = make.accepted_case()
    before = len(facts.letters(case))
    due = make.fresh(case).due_on
    assert due
    move_due_case(by=make.CLOCK, case=case, terms=open_terms(case.ref), old=due, at=make.LATER)
    assert len(facts.letters(case)) == before


def test_a_new_rest_day_moves_every_open_case_behind_it() -> None:
    case, ended = make.accepted_case(language="en"), make.closed_case()
    due = make.fresh(case).due_on
    assert due
    mark_local_day(by=make.OPERATOR, on=due, works=False, names=NAMES, at=make.LATER)
    make.moved_dates()
    after = make.fresh(case)
    assert after.due_on is not None
    assert after.due_on > due
    assert after.due_on == min(term.due_on for term in open_terms(case.ref))
    assert facts.letters(case)[-1].code == "case-due-moved"
    assert "Shanglang" in facts.letters(case)[-1].body
    assert "case.due_moved" not in facts.entries(ended)


def test_a_case_that_somebody_changed_meanwhile_is_left_to_the_next_round() -> None:
    case = make.accepted_case()
    stale, terms = make.fresh(case), open_terms(case.ref)
    move_due_case(by=make.CLOCK, case=case, terms=terms, old=terms[0].due_on, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        move_due_case(by=make.CLOCK, case=stale, terms=terms, old=terms[0].due_on, at=make.LATER)
