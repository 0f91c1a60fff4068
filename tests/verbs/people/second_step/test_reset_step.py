"""Whoever runs the machine takes a lost second step away."""

import pytest
from click.testing import CliRunner

from tests import make
from tests.verbs.people.second_step.lost import handler, has_step
from yimen.console.main import yimen
from yimen.journal.record import history
from yimen.people.models import Staff, StepReset
from yimen.people.verbs.second_step.reset_step import reset_step

pytestmark = pytest.mark.django_db


def test_the_command_does_it_and_says_why_not() -> None:
    staff = handler()
    done = CliRunner().invoke(yimen, ["staff", "second-step", staff.username])
    assert done.exit_code == 0, done.output
    assert not has_step(staff)
    assert history(f"staff:{staff.pk}")[-1].by == "operator"
    again = CliRunner().invoke(yimen, ["staff", "second-step", staff.username])
    assert again.exit_code == 1
    assert "no second step" in again.output


def test_what_waited_for_a_second_administrator_is_done_by_it() -> None:
    staff = handler()
    StepReset.objects.create(at=make.MONDAY, staff=staff, asked_by_id=make.administrator().staff_id)
    reset_step(by=make.OPERATOR, username=staff.username, at=make.LATER)
    assert StepReset.objects.get().done_at == make.LATER
    assert Staff.objects.get(pk=staff.pk).owes_step
