"""What the table of holders refuses by itself."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from yimen.cases.models import Holder

pytestmark = pytest.mark.django_db


def refused(**fields: object) -> str:
    """The name of the constraint that refuses this row."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Holder.objects.create(at=make.MONDAY, **fields)
    return str(error.value)


def test_an_invitation_or_a_receipt_and_one_helper() -> None:
    case = make.case()
    base = {"case": case, "kind": "representative"}
    for wrong in (
        {"state": "invited"},
        {"state": "stands"},
        {"state": "ended", "receipt_hash": b"r"},
        {"state": "stands", "receipt_hash": b"r", "invitation_hash": b"i"},
    ):
        assert "holder_has_an_invitation_or_a_receipt" in refused(**base, **wrong)
    helper = {"case": case, "kind": "helper", "state": "stands"}
    Holder.objects.create(at=make.MONDAY, **helper, receipt_hash=b"1")
    assert refused(**helper, receipt_hash=b"2")
    Holder.objects.create(at=make.MONDAY, **base, state="stands", receipt_hash=b"3")
    Holder.objects.create(at=make.MONDAY, **base, state="stands", receipt_hash=b"4")
    assert "holder_one_helper" in {c.name for c in Holder._meta.constraints}
