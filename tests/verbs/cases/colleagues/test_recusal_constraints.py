"""What the database itself refuses of persons who stand aside."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from yimen.cases.models import Recusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "has_person"),
    [("stands", False), ("wished", True), ("decided", True)],
)
def test_it_stands_for_a_person_and_a_wish_names_nobody(state: str, has_person: bool) -> None:  # noqa: FBT001
    """recusal_stands_for_a_person."""
    case = make.case()
    staff = make.handler().staff_id if has_person else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Recusal.objects.create(case=case, staff_id=staff, state=state, at=make.LATER, by="post:1")


@pytest.mark.parametrize("state", ["stands", "wished"])
def test_nobody_stands_aside_twice_and_one_wish_waits(state: str) -> None:
    """recusal_once_per_person_and_case, recusal_one_open_wish."""
    case = make.case()
    staff = make.handler().staff_id if state == "stands" else None
    Recusal.objects.create(case=case, staff_id=staff, state=state, at=make.LATER, by="post:1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Recusal.objects.create(case=case, staff_id=staff, state=state, at=make.LATER, by="post:1")
