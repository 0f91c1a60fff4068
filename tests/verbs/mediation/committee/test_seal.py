"""The seal."""

from datetime import timedelta

import pytest

from tests import make, make_colleagues
from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Signature,
)
from yimen.mediation.queries.mediators import head_in
from yimen.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_it_comes_last_and_holds_no_word_of_the_text() -> None:
    talk = make_it.fixed()
    with pytest.raises(Refused, match="committee seals it when"):
        verbs.seal_agreement(by=talk.head(), at=AT)
    make_it.sign_all(talk)
    assert bytes(Signature.objects.get(who="committee").words) == b""
    assert talk.row.state == "agreed"


def test_a_head_who_mediated_leaves_the_seal_to_another_head_if_there_is_one() -> None:
    talk = make_it.fixed()
    make_it.sign_all(talk, but="committee")
    other, on = make_colleagues.colleague("dolma", "justice", Role.MEDIATOR), day_of(AT)
    term = verbs.Term(other.post_id, on, on + timedelta(days=9), is_head=True)
    verbs.seat_member(by=make.OPERATOR, committee=talk.row.committee, term=term, at=AT)
    with pytest.raises(Refused, match="mediated this yourself"):
        verbs.seal_agreement(by=talk.head(), at=AT)
    head = head_in(other, talk.pk, on)
    assert head is not None
    verbs.seal_agreement(by=head, at=AT)
    assert talk.row.state == "agreed"
