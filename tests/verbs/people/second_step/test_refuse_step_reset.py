"""It is not lost after all."""

import pytest

from tests import make
from tests.verbs.people.second_step.lost import handler, has_step, second_administrator
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import StepReset
from yimen.people.verbs.second_step.ask_step_reset import ask_step_reset
from yimen.people.verbs.second_step.refuse_step_reset import refuse_step_reset

pytestmark = pytest.mark.django_db


def test_the_request_is_gone_and_the_step_stays() -> None:
    staff, second = handler(), second_administrator()
    ask_step_reset(by=make.administrator(), username=staff.username, at=make.MONDAY)
    number = StepReset.objects.get().pk
    with pytest.raises(Refused, match="Only an administrator"):
        refuse_step_reset(by=make.supervisor(), reset_id=number, at=make.LATER)
    refuse_step_reset(by=second, reset_id=number, at=make.LATER)
    assert has_step(staff)
    assert not StepReset.objects.exists()
    assert history(f"staff:{staff.pk}")[-1].code == "staff.step_reset_refused"
