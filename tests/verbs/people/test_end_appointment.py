"""Access ends with the post."""

from datetime import timedelta

import pytest

from tests.verbs.people.small_town import MONDAY, TODAY
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.usefixtures("town")


@pytest.fixture
def held() -> Appointment:
    """Somebody has been a clerk for a month."""
    post = set_up_post(by=Operator(), code="D-1", role=Role.CLERK, office="DOOR", place="KS", names={}, at=MONDAY)
    staff = enrol_staff(by=Operator(), username="dolma", name="…", language="bo", password=None, at=MONDAY)
    since = TODAY - timedelta(days=30)
    pk = appoint_staff(by=Operator(), staff_id=staff, post_id=post, from_on=since, at=MONDAY)
    return Appointment.objects.get(pk=pk)


def test_it_ends_at_once_if_it_ends_today(held: Appointment) -> None:
    end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY, at=MONDAY)
    assert not posts_of(held.staff_id, TODAY)
    assert posts_of(held.staff_id, TODAY - timedelta(days=1)), "what they did then, they did from this post"
    assert history(f"post:{held.post_id}")[-1].code == "staff.left_post"


def test_it_ends_on_the_day_that_was_said(held: Appointment) -> None:
    friday = TODAY + timedelta(days=4)
    end_appointment(by=Operator(), appointment_id=held.pk, on=friday, at=MONDAY)
    assert posts_of(held.staff_id, friday - timedelta(days=1))
    assert not posts_of(held.staff_id, friday)
    end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY, at=MONDAY)
    assert not posts_of(held.staff_id, TODAY)


def test_one_that_has_not_begun_never_begins(held: Appointment) -> None:
    Appointment.objects.filter(pk=held.pk).update(from_on=TODAY + timedelta(days=10))
    end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY, at=MONDAY)
    assert not posts_of(held.staff_id, TODAY + timedelta(days=10))


def test_the_past_is_not_rewritten(held: Appointment) -> None:
    with pytest.raises(Refused, match="today or later"):
        end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY - timedelta(days=1), at=MONDAY)


def test_it_ends_once(held: Appointment) -> None:
    end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY, at=MONDAY)
    with pytest.raises(Refused, match="over already"):
        end_appointment(by=Operator(), appointment_id=held.pk, on=TODAY, at=MONDAY)
    with pytest.raises(Refused, match="no such appointment"):
        end_appointment(by=Operator(), appointment_id=999, on=TODAY, at=MONDAY)


def test_a_colleague_may_not_end_it(held: Appointment) -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        end_appointment(by=Acting(9, 9, Role.SUPERVISOR, 1, "1/", "KS/"), appointment_id=held.pk, on=TODAY, at=MONDAY)
