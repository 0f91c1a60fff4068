"""Staff are enrolled."""

import pytest

from tests.verbs.people.small_town import MONDAY
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Staff
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.enrol_staff import enrol_staff

pytestmark = pytest.mark.django_db


def enrol(**changes: object) -> int:
    """Tashi, or somebody else."""
    given = {
        "by": Operator(),
        "username": "tashi",
        "name": "扎西多杰",
        "language": "bo",
        "password": "barley-and-butter",
    }
    return enrol_staff(**{**given, **changes}, at=MONDAY)  # type: ignore[arg-type]


def test_the_enrolled_can_sign_in_and_the_journal_keeps_no_name() -> None:
    pk = enrol()
    assert Staff.objects.get(pk=pk).check_password("barley-and-butter")
    entries = history(f"staff:{pk}")
    assert [entry.code for entry in entries] == ["staff.enrolled"]
    assert entries[0].facts == {}


def test_a_name_has_no_signs_that_turn_the_line_in_which_residents_read_it() -> None:
    assert Staff.objects.get(pk=enrol(name="扎西\N{RIGHT-TO-LEFT OVERRIDE}多杰")).name == "扎西多杰"


def test_without_a_password_nobody_signs_in_by_password() -> None:
    assert not Staff.objects.get(pk=enrol(password=None)).has_usable_password()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"username": "Tashi Dorje"}, "small letters"),
        ({"name": "  "}, "write the name"),
        ({"language": "tlh"}, "does not speak"),
        ({"password": "short"}, "ten characters"),
        ({"password": "1234567890"}, "ten characters"),
        ({"by": Acting(1, 1, Role.SUPERVISOR, 1, "1/", "KS/")}, "Only an administrator"),
    ],
)
def test_what_is_wrong_is_said(changes: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        enrol(**changes)
    assert not Staff.objects.exists()


def test_a_user_name_is_taken_once() -> None:
    enrol()
    with pytest.raises(Refused, match="already has the user name tashi"):
        enrol(name="another")
