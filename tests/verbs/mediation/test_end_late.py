"""Days that have passed."""

from datetime import timedelta

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.late import end_late

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_no_answer_is_no_consent() -> None:
    talk = make_it.asked()
    assert end_late(AT + timedelta(days=15)) == 0
    assert end_late(AT + timedelta(days=16)) == 1
    assert (talk.row.state, talk.row.ending) == ("ended", "no_answer")
    assert end_late(AT + timedelta(days=16)) == 0


def test_after_the_month_it_ends_unless_a_text_is_being_signed() -> None:
    talk, signing = make_it.opened(), make_it.fixed()
    assert end_late(AT + timedelta(days=31)) == 0
    assert end_late(AT + timedelta(days=32)) == 1
    assert (talk.row.ending, signing.row.state) == ("time_over", "signing")


def test_nobody_is_quicker_than_it_was() -> None:
    talk = make_it.asked()
    stale = talk.row
    verbs.answer_invitation_no(by=talk.invited(), at=AT)
    with pytest.raises(Refused):
        verbs.end_late_mediation(by=make.CLOCK, mediation=stale, at=AT)
