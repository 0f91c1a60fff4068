"""Before signing, the text is changed."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Undertaking,
)
from yimen.mediation.queries.reading import agreement_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_the_text_goes_back_and_signatures_under_it_are_for_nothing() -> None:
    talk = make_it.fixed()
    verbs.sign_agreement(by=talk.side(1), digest=talk.written().digest, name="Tashi", at=AT)
    verbs.ask_change(by=talk.side(2), at=AT)
    assert (talk.row.state, agreement_of(talk.side(1))) == ("open", None)
    assert not Undertaking.objects.exists()
    verbs.draft_agreement(by=talk.mediator(), text=make_it.text(terms="zqanother"), at=AT)
    verbs.put_to_signing(by=talk.mediator(), at=AT)
    assert talk.written().signed == {}


def test_not_once_it_is_in_force() -> None:
    with pytest.raises(Refused, match="in force"):
        verbs.ask_change(by=make_it.agreed().side(1), at=AT)
