"""Somebody has forgotten their password."""

import re

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.verbs.people.small_town import MONDAY, TODAY
from yimen.console.staff import password as command
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Staff
from yimen.people.rules import Acting, Operator, Resident, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.give_password import give_password
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.usefixtures("town")


def _dolma() -> Staff:
    pk = enrol_staff(by=Operator(), username="dolma", name="D", language="en", password="barley-and-butter", at=MONDAY)
    return Staff.objects.get(pk=pk)


def test_the_new_one_counts_the_old_one_does_not_and_open_sessions_end() -> None:
    staff, client = _dolma(), Client()
    client.force_login(staff)
    assert client.get("/desk/").status_code == 403  # signed in, without a post
    give_password(by=Operator(), username="dolma", password="another-barley-7", at=MONDAY)
    fresh = Staff.objects.get(pk=staff.pk)
    assert fresh.check_password("another-barley-7")
    assert not fresh.check_password("barley-and-butter")
    assert client.get("/desk/").status_code == 302
    assert [e.code for e in history(f"staff:{staff.pk}")][-1] == "staff.password_given"


@pytest.mark.parametrize(("username", "password"), [("nobody", "another-barley-7"), ("dolma", "12345")])
def test_what_is_wrong_is_said(username: str, password: str) -> None:
    _dolma()
    with pytest.raises(Refused, match=r"Nobody with this user name|harder to guess"):
        give_password(by=Operator(), username=username, password=password, at=MONDAY)


def test_only_an_administrator_may() -> None:
    with pytest.raises(Refused):
        give_password(by=Resident(1), username="dolma", password="another-barley-7", at=MONDAY)


def test_not_by_an_administrator_of_another_place() -> None:
    staff = _dolma()
    post = set_up_post(by=Operator(), code="D-1", role=Role.CLERK, office="DOOR", place="KS", names={}, at=MONDAY)
    appoint_staff(by=Operator(), staff_id=staff.pk, post_id=post, from_on=TODAY, at=MONDAY)
    theirs, ours = (Acting(9, 9, Role.ADMINISTRATOR, 1, "1/", place) for place in ("KS/KS01/", "KS/"))
    with pytest.raises(Refused, match="does not serve this place"):
        give_password(by=theirs, username="dolma", password="another-barley-7", at=MONDAY)
    assert Staff.objects.get(pk=staff.pk).check_password("barley-and-butter")
    give_password(by=ours, username="dolma", password="another-barley-7", at=MONDAY)


def test_the_command_prints_it_once() -> None:
    _dolma()
    said = CliRunner().invoke(command, ["dolma"]).output
    assert Staff.objects.get(username="dolma").check_password(re.split(r"[:：]\s*", said.strip())[-1])
    assert CliRunner().invoke(command, ["nobody"]).exit_code == 1
