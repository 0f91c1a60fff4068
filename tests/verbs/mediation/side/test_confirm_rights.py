"""Rights and duties."""

import pytest

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.mediation import verbs
from yimen.mediation.queries.reading import names_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_by_the_side_or_by_the_mediator_who_has_read_them_out() -> None:
    talk = make_it.opened()
    verbs.confirm_rights(by=talk.side(1), at=AT)
    verbs.confirm_rights(by=talk.mediator(), side=2, at=AT)
    assert all(one.has_rights for one in names_of(talk.mediator()))
    assert [entry.facts for entry in history(talk.row.ref)[-2:]] == [{"side": 1}, {"side": 2}]
