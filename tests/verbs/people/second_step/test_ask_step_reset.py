"""An administrator asks to take away a colleague's second step."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.verbs.people.second_step.lost import handler, has_step, second_administrator
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.forgetting import forget_resets
from yimen.people.models import Staff, StepReset
from yimen.people.rules import Acting, Role
from yimen.people.verbs.second_step.ask_step_reset import ask_step_reset

pytestmark = pytest.mark.django_db


def test_nothing_happens_before_another_one_agrees() -> None:
    staff, _ = handler(), second_administrator()
    ask_step_reset(by=make.administrator(), username="Urban-Handler ", at=make.MONDAY)
    assert has_step(staff)
    assert not Staff.objects.get(pk=staff.pk).owes_step
    assert history(f"staff:{staff.pk}")[-1].code == "staff.step_reset_asked"
    with pytest.raises(Refused, match="has been asked for already"):
        ask_step_reset(by=make.administrator(), username=staff.username, at=make.LATER)
    ask_step_reset(by=make.administrator(), username=staff.username, at=make.MONDAY + timedelta(days=3))
    assert StepReset.objects.count() == 1, "the old one was over"


def test_where_there_is_one_administrator_the_machines_operator_does_it() -> None:
    staff = handler()
    with pytest.raises(Refused, match="yimen staff second-step"):
        ask_step_reset(by=make.administrator(), username=staff.username, at=make.MONDAY)


def test_never_for_oneself_nor_for_somebody_elsewhere_nor_by_others() -> None:
    staff, second = handler(), second_administrator()
    mine = make.administrator()
    Staff.objects.filter(pk=staff.pk).update(is_active=True)
    elsewhere = Acting(second.staff_id, second.post_id, Role.ADMINISTRATOR, 1, "1/", "KS/KS02/")
    for by, why in (
        (Acting(staff.pk, 1, Role.ADMINISTRATOR, mine.office_id, "1/", "KS/"), "of their own"),
        (elsewhere, "does not serve this place"),
        (make.supervisor(), "Only an administrator"),
    ):
        with pytest.raises(Refused, match=why):
            ask_step_reset(by=by, username=staff.username, at=make.MONDAY)
    for username, why in (("nobody", "Nobody with this user name"), ("housing-handler", "no second step")):
        with pytest.raises(Refused, match=why):
            ask_step_reset(by=mine, username=username, at=make.MONDAY)


def test_the_table_itself_wants_two_other_persons_and_is_forgotten_after_two_years() -> None:
    """step_reset_is_not_asked_by_oneself, step_reset_has_two_persons, step_reset_is_agreed_by_somebody,
    step_reset_waits_once.
    """
    one, two = make.administrator().staff_id, make.handler().staff_id
    for wrong in (
        {"asked_by_id": two},
        {"asked_by_id": one, "second_id": one, "done_at": make.MONDAY},
        {"asked_by_id": one, "second_id": two, "done_at": make.MONDAY},
        {"asked_by_id": one, "done_at": make.MONDAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            StepReset.objects.create(at=make.MONDAY, staff_id=two, **wrong)
    StepReset.objects.create(at=make.MONDAY, staff_id=two, asked_by_id=one)
    with pytest.raises(IntegrityError), transaction.atomic():
        StepReset.objects.create(at=make.MONDAY, staff_id=two, asked_by_id=one)
    assert forget_resets(make.MONDAY + timedelta(days=730)) == 0
    assert forget_resets(make.MONDAY + timedelta(days=731)) == 1
