"""Somebody stops working at the desk."""

import pytest

from tests import make
from tests.verbs.people.small_town import MONDAY
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.release_staff import release_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> int:
    """Somebody."""
    return enrol_staff(by=Operator(), username="dolma", name="…", language="bo", password=None, at=MONDAY)


def test_they_are_released_once(staff: int) -> None:
    release_staff(by=Operator(), staff_id=staff, at=MONDAY)
    assert [entry.code for entry in history(f"staff:{staff}")] == ["staff.enrolled", "staff.released"]
    with pytest.raises(Refused, match="works here"):
        release_staff(by=Operator(), staff_id=staff, at=MONDAY)


def test_an_administrator_does_not_release_themselves(staff: int) -> None:
    with pytest.raises(Refused, match="of their own"):
        release_staff(by=Acting(staff, 1, Role.ADMINISTRATOR, 1, "1/", "KS/"), staff_id=staff, at=MONDAY)


def test_a_clerk_releases_nobody(staff: int) -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        release_staff(by=Acting(9, 1, Role.CLERK, 1, "1/", "KS/"), staff_id=staff, at=MONDAY)


@pytest.mark.django_db
def test_a_townships_administrator_releases_nobody_of_the_town() -> None:
    """Or one village could lock the whole town out of its cases."""
    who = make.handler()
    village = Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS01/")
    with pytest.raises(Refused, match="does not serve this place"):
        release_staff(by=village, staff_id=who.staff_id, at=make.MONDAY)
    assert posts_of(who.staff_id, day_of(make.MONDAY))
    release_staff(by=Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/"), staff_id=who.staff_id, at=make.MONDAY)
    assert not posts_of(who.staff_id, day_of(make.MONDAY))
