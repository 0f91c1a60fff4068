"""What the mediator notes for the figures."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.verbs import note_cover

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_band_and_a_form_and_the_form_stays_once_it_is_signed() -> None:
    talk = make_it.fixed()
    assert (talk.row.amount, talk.row.is_oral) == ("", False)
    note_cover(by=talk.mediator(), amount=Amount.TO_10000, form=Form.WRITTEN, at=AT)
    with pytest.raises(Refused):
        note_cover(by=talk.mediator(), form=Form.ORAL, at=AT)
    assert (talk.row.amount, talk.row.is_oral, talk.row.state) == ("to_10000", False, "signing")


def test_an_oral_one_is_noted_before() -> None:
    talk = make_it.taken()
    note_cover(by=talk.mediator(), form=Form.ORAL, at=AT)
    note_cover(by=talk.mediator(), amount=Amount.NONE, at=AT)
    assert (talk.row.amount, talk.row.is_oral) == ("none", True)
