"""Another administrator agrees, and the second step is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests import make
from tests.verbs.people.second_step.lost import handler, has_step, second_administrator
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Post, Staff, StepReset
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Role
from yimen.people.sign_ins import note_sign_in
from yimen.people.steps import taken_away_on, waiting_for
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.give_password import give_password
from yimen.people.verbs.second_step.agree_step_reset import agree_step_reset
from yimen.people.verbs.second_step.ask_step_reset import ask_step_reset
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.django_db


def asked() -> tuple[Staff, int, Acting]:
    staff, second = handler(), second_administrator()
    ask_step_reset(by=make.administrator(), username=staff.username, at=make.MONDAY)
    return staff, StepReset.objects.get().pk, second


def test_steps_and_sign_ins_end_and_the_journal_knows() -> None:
    staff, number, second = asked()
    session = SessionStore()
    session["post"] = 1
    session.save()
    note_sign_in(staff_id=staff.pk, session_key=str(session.session_key), device="", at=make.MONDAY)
    assert [bool(one.may_agree) for one in waiting_for(second, make.LATER)] == [True]
    agree_step_reset(by=second, reset_id=number, at=make.LATER)
    assert not has_step(staff)
    assert not Session.objects.exists()
    assert Staff.objects.get(pk=staff.pk).owes_step
    assert taken_away_on(staff.pk) == make.LATER.date()
    assert (history(f"staff:{staff.pk}")[-1].code, history(f"staff:{staff.pk}")[-1].facts) == (
        "staff.step_reset", {"browsers": 1},
    )  # fmt: skip
    assert waiting_for(second, make.LATER) == []
    with pytest.raises(Refused, match="is over"):
        agree_step_reset(by=second, reset_id=number, at=make.LATER)


def test_not_whoever_asked_nor_whoever_lost_it_nor_when_three_days_have_gone_by() -> None:
    staff, number, second = asked()
    mine = make.administrator()
    assert [bool(one.may_agree) for one in waiting_for(mine, make.LATER)] == [False]
    another_post = Acting(mine.staff_id, second.post_id, Role.ADMINISTRATOR, mine.office_id, "1/", "KS/")
    with pytest.raises(Refused, match="Another administrator has to agree"):
        agree_step_reset(by=another_post, reset_id=number, at=make.LATER)
    own = Acting(staff.pk, second.post_id, Role.ADMINISTRATOR, mine.office_id, "1/", "KS/")
    with pytest.raises(Refused, match="of their own"):
        agree_step_reset(by=own, reset_id=number, at=make.LATER)
    assert waiting_for(own, make.LATER) == []
    with pytest.raises(Refused, match="is over"):
        agree_step_reset(by=second, reset_id=number, at=make.MONDAY + timedelta(days=3))
    assert has_step(staff)


def test_nobody_makes_up_the_second_person_nor_takes_over_an_account_to_be_both() -> None:
    """One administrator alone can enrol, appoint and give passwords, so what they gave just now agrees to nothing."""
    staff, number, second = asked()
    by, on = make.administrator(), day_of(make.MONDAY)
    made = enrol_staff(by=by, username="puppet", name="P", language="en", password="x horse battery", at=make.MONDAY)
    set_up_post(
        by=by, code="p", role=Role.ADMINISTRATOR, office=make.office_code(by), place="KS", names={}, at=make.MONDAY
    )
    appoint_staff(by=by, staff_id=made, post_id=Post.objects.get(code="p").pk, from_on=on, at=make.MONDAY)
    with pytest.raises(Refused, match="here for two weeks"):
        agree_step_reset(by=posts_of(made, on)[0], reset_id=number, at=make.LATER)
    with pytest.raises(Refused, match="not standing in"):
        agree_step_reset(by=replace(second, stands_in=True), reset_id=number, at=make.LATER)
    give_password(by=by, username="second", password="another horse battery", at=make.MONDAY)
    with pytest.raises(Refused, match="here for two weeks"):
        agree_step_reset(by=second, reset_id=number, at=make.LATER)
    assert has_step(staff)


def test_whoever_asked_must_be_settled_too() -> None:
    """Else a made-up administrator asks, and who made them up agrees."""
    staff, number, second = asked()
    mine, before = str(Staff.objects.get(pk=make.administrator().staff_id)), make.MONDAY - timedelta(days=13)
    give_password(by=second, username=mine, password="x horse battery", at=before)
    with pytest.raises(Refused, match="here for two weeks"):
        agree_step_reset(by=second, reset_id=number, at=make.MONDAY)
    agree_step_reset(by=second, reset_id=number, at=make.MONDAY + timedelta(days=2))
    assert not has_step(staff)
