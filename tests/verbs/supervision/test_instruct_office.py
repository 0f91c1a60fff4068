"""A supervisor instructs an office on a case."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.kernel.verdict import Refused
from yimen.supervision.forgetting import forget_instructions
from yimen.supervision.instructions import instructions_on
from yimen.supervision.models import Instruction
from yimen.supervision.verbs.instruct_office import instruct_office

pytestmark = pytest.mark.django_db
UNTIL = (make.MONDAY + timedelta(days=3)).date()
WORDS = "Send somebody to the bridge today."


def instructed() -> Case:
    case = make.accepted_case()
    instruct_office(by=make.supervisor("urban"), case=make.fresh(case), text=WORDS, until_on=UNTIL, at=make.LATER)
    return make.fresh(case)


def test_it_stands_on_the_case_and_in_its_story_without_its_words() -> None:
    case = instructed()
    (one,) = instructions_on(case)
    assert (one.text, one.until_on, one.reported_at) == (WORDS, UNTIL, None)
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts) == ("case.instructed", {"office": case.office_id, "until": "2026-03-05"})
    assert facts.said(case) == []  # nothing of it is in the conversation that the resident reads


def test_those_above_may_too_and_nobody_else() -> None:
    case = make.fresh(make.accepted_case())
    for by in (make.handler(), make.supervisor("housing"), make.clerk(), make.administrator()):
        with pytest.raises(Refused):
            instruct_office(by=by, case=case, text=WORDS, until_on=UNTIL, at=make.LATER)
    instruct_office(by=make.supervisor(), case=case, text=WORDS, until_on=UNTIL, at=make.LATER)


def test_not_on_what_has_ended_nor_until_yesterday_nor_without_words() -> None:
    case, by = make.fresh(make.accepted_case()), make.supervisor()
    with pytest.raises(Refused, match="not over yet"):
        instruct_office(by=by, case=case, text=WORDS, until_on=UNTIL - timedelta(days=9), at=make.LATER)
    with pytest.raises(Refused):
        instruct_office(by=by, case=case, text=" ", until_on=UNTIL, at=make.LATER)
    with pytest.raises(Refused):
        instruct_office(by=by, case=make.fresh(make.closed_case()), text=WORDS, until_on=UNTIL, at=make.LATER)


def test_one_instruction_at_a_time() -> None:
    """``instruction_stands_open_once`` holds it against two hands at once."""
    case = instructed()
    with pytest.raises(Refused, match="not reported on the last instruction"):
        instruct_office(by=make.supervisor(), case=case, text="And today!", until_on=UNTIL, at=make.LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Instruction.objects.create(case=case, at=make.LATER, by="post:1", until_on=UNTIL, text="x")


def test_it_is_sealed_and_forgotten_with_the_words_of_the_case() -> None:
    case = instructed()
    assert forget_instructions(make.LATER) == 0
    Case.objects.filter(pk=case.pk).update(kept="bare")
    assert forget_instructions(make.LATER) == 1
    assert instructions_on(case)[0].text == ""


def test_an_accused_office_instructs_nobody_about_it() -> None:
    case = make.case(accused_office="KS-urban")
    with pytest.raises(Refused, match="about your own office"):
        instruct_office(by=make.supervisor("urban"), case=case, text=WORDS, until_on=UNTIL, at=make.LATER)
