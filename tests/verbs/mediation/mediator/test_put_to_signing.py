"""The text is fixed."""

from datetime import timedelta

import pytest

from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Undertaking,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_not_before_each_side_knows_its_rights() -> None:
    talk = make_it.opened()
    with pytest.raises(Refused, match="no text"):
        verbs.put_to_signing(by=talk.mediator(), at=AT)
    verbs.draft_agreement(by=talk.mediator(), text=make_it.text(), at=AT)
    verbs.confirm_rights(by=talk.side(1), at=AT)
    with pytest.raises(Refused, match="read out to each side"):
        verbs.put_to_signing(by=talk.mediator(), at=AT)
    verbs.confirm_rights(by=talk.side(2), at=AT)
    verbs.put_to_signing(by=talk.mediator(), at=AT)
    assert [(one.side, one.due_on) for one in Undertaking.objects.all()] == [(2, day_of(AT) + timedelta(days=10))]
    with pytest.raises(Refused, match="waiting to be signed"):
        verbs.draft_agreement(by=talk.mediator(), text=make_it.text(), at=AT)
