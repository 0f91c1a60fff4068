"""Whoever is named says no."""

import pytest

from tests import make_mediation as make_it
from yimen.mediation import verbs

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_somebody_else_is_named_and_no_reason_is_asked() -> None:
    talk = make_it.named()
    verbs.decline_naming(by=talk.named(), at=AT)
    assert (talk.row.state, talk.row.mediator_id, talk.row.not_again) == (
        "applied",
        None,
        [make_it.mediator().staff_id],
    )
    assert talk.row.serial is None
