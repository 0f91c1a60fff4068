"""Yes or no to a proposal."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Proposal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_others_answer_and_it_is_accepted_when_all_have_said_yes() -> None:
    talk = make_it.opened()
    made = verbs.propose_to_all(by=talk.mediator(), words="Half each", at=AT)
    verbs.answer_proposal(by=talk.side(1), proposal=made, accepts=True, at=AT)
    assert Proposal.objects.get(pk=made.pk).state == "open"
    verbs.answer_proposal(by=talk.side(2), proposal=made, accepts=True, at=AT)
    assert Proposal.objects.get(pk=made.pk).state == "accepted"
    with pytest.raises(Refused, match="answered"):
        verbs.answer_proposal(by=talk.side(2), proposal=made, accepts=False, at=AT)


def test_neither_ones_own_nor_one_of_another_mediation() -> None:
    talk, other = make_it.opened(), make_it.opened()
    made = verbs.propose_to_all(by=talk.side(1), words="Half each", at=AT)
    for by in (talk.side(1), other.side(2)):
        with pytest.raises(Refused):
            verbs.answer_proposal(by=by, proposal=made, accepts=True, at=AT)
