"""One button."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Mediation,
)
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


@pytest.mark.parametrize("until", [make_it.applied, make_it.taken, make_it.asked, make_it.opened, make_it.fixed])
def test_a_side_leaves_at_any_time_before_all_have_signed(until: Callable[[], make_it.Talk]) -> None:
    talk = until()
    verbs.leave_mediation(by=talk.side(1), at=AT)
    assert (talk.row.state, talk.row.ending) == ("ended", "left")
    assert Letter.objects.filter(code="mediation-ended", subject=talk.side(1).ref).exists()


def test_not_out_of_an_agreement() -> None:
    with pytest.raises(Refused, match="in force"):
        verbs.leave_mediation(by=make_it.agreed().side(1), at=AT)


def test_what_has_ended_says_why() -> None:
    row = make_it.applied().row
    for wrong in ({"state": "ended"}, {"ending": "left"}):
        with pytest.raises(IntegrityError, match="mediation_ended_says_why"), transaction.atomic():
            Mediation.objects.filter(pk=row.pk).update(**wrong)
