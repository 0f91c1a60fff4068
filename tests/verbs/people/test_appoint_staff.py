"""Somebody takes up a post, and what they may do begins and ends with it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.verbs.people.small_town import MONDAY, TODAY
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Staff
from yimen.people.queries import acting_as, posts_of
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.release_staff import release_staff
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.usefixtures("town")
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def post() -> int:
    """A handler's post for one township."""
    return set_up_post(by=Operator(), code="URB-1", role=Role.HANDLER, office="URB", place="KS01", names={}, at=MONDAY)


def enrolled(username: str) -> int:
    """Somebody new."""
    return enrol_staff(by=Operator(), username=username, name="…", language="bo", password=None, at=MONDAY)


def appointed(staff: int, post: int, from_on: date = TODAY, until_on: date | None = None) -> int:
    """They take up the post."""
    return appoint_staff(by=Operator(), staff_id=staff, post_id=post, from_on=from_on, until_on=until_on, at=MONDAY)


def test_an_appointment_gives_the_post_with_its_office_and_place(post: int, sql: object) -> None:
    staff = enrolled("tashi")
    appointed(staff, post)
    with sql(at_most=1):  # type: ignore[operator]
        held = posts_of(staff, TODAY)
    assert [(a.post_id, a.role, a.place_path, a.ref) for a in held] == [
        (post, Role.HANDLER, "KS/KS01/", f"post:{post}")
    ]
    assert acting_as(staff, post, TODAY) == held[0]
    assert acting_as(staff, post + 1, TODAY) is None
    assert "staff.appointed" in [entry.code for entry in history(f"post:{post}")]


def test_it_gives_nothing_before_its_first_day_or_from_its_end_on(post: int) -> None:
    staff = enrolled("tashi")
    appointed(staff, post, TODAY, TOMORROW)
    assert not posts_of(staff, TODAY - timedelta(days=1))
    assert posts_of(staff, TODAY)
    assert not posts_of(staff, TOMORROW)


def test_a_held_post_is_not_given_twice(post: int) -> None:
    appointed(enrolled("tashi"), post, TOMORROW)
    other = enrolled("dolma")
    with pytest.raises(Refused, match="held at that time"):
        appointed(other, post, TODAY)
    appointed(other, post, TODAY, TOMORROW)
    assert posts_of(other, TODAY)


def test_the_database_itself_takes_one_open_holder(post: int) -> None:
    """The constraint post_has_one_open_holder."""
    appointed(enrolled("tashi"), post)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(staff_id=enrolled("dolma"), post_id=post, from_on=TODAY)


def test_the_database_itself_takes_no_end_before_the_beginning(post: int) -> None:
    """The constraint appointment_ends_after_it_begins."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(staff_id=enrolled("d"), post_id=post, from_on=TOMORROW, until_on=TODAY)


def test_it_must_end_after_it_begins(post: int) -> None:
    with pytest.raises(Refused, match="ends after it begins"):
        appointed(enrolled("tashi"), post, TODAY, TODAY)


def test_neither_a_missing_post_nor_a_missing_person_is_appointed(post: int) -> None:
    with pytest.raises(Refused, match="no such post"):
        appointed(enrolled("tashi"), 999)
    with pytest.raises(Refused, match="works here"):
        appointed(999, post)


def test_nobody_gives_themselves_a_post(post: int) -> None:
    staff = enrolled("tashi")
    with pytest.raises(Refused, match="of their own"):
        appoint_staff(
            by=Acting(staff, 1, Role.ADMINISTRATOR, 1, "1/", "KS/"), staff_id=staff, post_id=post, from_on=TODAY,
            at=MONDAY,
        )  # fmt: skip


def test_released_staff_hold_nothing_and_their_posts_are_free(post: int) -> None:
    staff = enrolled("tashi")
    appointed(staff, post)
    release_staff(by=Operator(), staff_id=staff, at=MONDAY)
    assert not posts_of(staff, TODAY)
    assert not Staff.objects.get(pk=staff).is_active
    appointed(enrolled("dolma"), post)


def test_an_end_today_ends_access_at_once_even_on_the_first_day(post: int) -> None:
    staff = enrolled("tashi")
    end_appointment(by=Operator(), appointment_id=appointed(staff, post), on=TODAY, at=MONDAY)
    assert not posts_of(staff, TODAY)
    appointed(enrolled("dolma"), post)
