"""Proposals to all."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.queries.reading import proposals_of
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_side_or_the_mediator_proposes_and_all_read_it() -> None:
    talk = make_it.opened()
    verbs.propose_to_all(by=talk.side(1), words="Half each", at=AT)
    verbs.propose_to_all(by=talk.mediator(), words="A third", at=AT)
    assert [(offer.words, offer.proposal.by_side) for offer in proposals_of(talk.side(2))] == [
        ("A third", 0),
        ("Half each", 1),
    ]
    assert Letter.objects.filter(code="mediation-news", subject=talk.side(2).ref).exists()


def test_not_before_it_has_begun() -> None:
    with pytest.raises(Refused):
        verbs.propose_to_all(by=make_it.come().side(1), words="x", at=AT)
