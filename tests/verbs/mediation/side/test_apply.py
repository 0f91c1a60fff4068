"""Somebody asks for mediation."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Mediation,
    RoomKey,
    Side,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_the_committee_gets_a_type_and_no_word_and_the_form_sent_twice_is_one() -> None:
    wanted = make_it.application()
    first = verbs.apply_for_mediation(by=make_it.SOMEBODY, wanted=wanted, at=AT)
    second = verbs.apply_for_mediation(by=make_it.SOMEBODY, wanted=wanted, at=AT)
    assert (first.code, first.mediation, second.is_new) == (second.code, second.mediation, False)
    row = first.mediation
    assert (row.state, row.source, row.kind) == ("applied", "application", "neighbours")
    entry = history(row.ref)[-1]
    assert (entry.code, entry.by) == ("mediation.applied", "resident")
    assert [side.standing for side in row.sides.order_by("number")] == ["in", "named"]


def test_there_is_another_side_and_a_committee_of_the_list() -> None:
    for wrong in ({"others": ()}, {"others": ("a",) * 6}, {"claim": " "}, {"committee_id": 0}, {"nonce": "x"}):
        with pytest.raises(Refused):
            make_it.applied(**wrong)
    assert not Mediation.objects.exists()


def test_each_side_stands_once_and_has_an_invitation_while_it_is_asked() -> None:
    row = make_it.applied().row
    side = row.sides.get(number=2)
    for name, wrong in (
        ("side_once", {"number": 1}),
        ("side_invited_has_an_invitation", {"standing": "invited"}),
    ):
        with pytest.raises(IntegrityError, match=f"{name}|UNIQUE"), transaction.atomic():
            Side.objects.filter(pk=side.pk).update(**wrong)
    key = RoomKey.objects.first()
    assert key is not None
    with pytest.raises(IntegrityError), transaction.atomic():  # room_key_once_per_bearer
        RoomKey.objects.create(mediation=row, room=key.room, bearer=key.bearer, wrapped=b"x")
