"""Without an agreement."""

import pytest

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.endings import Ending

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


@pytest.mark.parametrize("ending", [Ending.NOT_AGREED, Ending.UNSUITABLE])
def test_the_sides_and_the_journal_read_the_same_whatever_the_reason(ending: Ending) -> None:
    talk = make_it.opened()
    verbs.end_without_agreement(by=talk.mediator(), ending=ending, at=AT)
    assert talk.row.ending == ending
    assert history(talk.row.ref)[-1].facts == {"ending": "not_agreed"}


def test_a_mediator_does_not_end_it_for_a_reason_that_is_a_sides() -> None:
    talk = make_it.opened()
    with pytest.raises(Refused):
        verbs.end_without_agreement(by=talk.mediator(), ending=Ending.LEFT, at=AT)
