"""What the database itself refuses of a case, whatever a program tries."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from yimen.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "point",
    [
        {"longitude": 200.0, "latitude": 34.0},
        {"longitude": 102.0, "latitude": 91.0},
        {"longitude": 102.0, "latitude": None},
        {"longitude": None, "latitude": 34.0},
    ],
)
def test_case_point_is_on_earth(point: dict[str, float | None]) -> None:
    """case_point_is_on_earth."""
    case = make.case()
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**point)


def test_case_open_is_due_and_ended_has_its_time() -> None:
    """case_open_is_due_and_ended_has_its_time."""
    for case, changed in (
        (make.case(), {"due_on": None}),
        (make.case(), {"ended_at": make.LATER}),
        (make.closed_case(), {"ended_at": None}),
        (make.closed_case(), {"due_on": make.LATER.date()}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**changed)
