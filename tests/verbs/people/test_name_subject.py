"""Somebody is known at the town's own sign-in server."""

import pytest

from tests import make
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Staff
from yimen.people.sign_ins import staff_by_subject
from yimen.people.verbs.name_subject import name_subject

pytestmark = pytest.mark.django_db


def test_they_are_found_by_that_name_and_the_journal_does_not_know_it() -> None:
    who = make.handler()
    name_subject(by=make.administrator(), username="urban-handler", subject=" s-1 ", at=make.MONDAY)
    found = staff_by_subject("s-1")
    assert found
    assert found.pk == who.staff_id
    assert history(f"staff:{who.staff_id}")[-1].facts == {"is_named": True}
    name_subject(by=make.OPERATOR, username="urban-handler", subject="", at=make.MONDAY)
    assert staff_by_subject("s-1") is None
    assert staff_by_subject("") is None


def test_two_have_never_the_same_name() -> None:
    make.town()
    name_subject(by=make.OPERATOR, username="urban-handler", subject="s-1", at=make.MONDAY)
    with pytest.raises(Refused, match="Somebody else"):
        name_subject(by=make.OPERATOR, username="housing-handler", subject="s-1", at=make.MONDAY)
    for username in ("urban-handler", "housing-handler"):
        name_subject(by=make.OPERATOR, username=username, subject="", at=make.MONDAY)


def test_only_an_administrator_and_never_for_themselves() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        name_subject(by=make.supervisor(), username="urban-handler", subject="s-1", at=make.MONDAY)
    with pytest.raises(Refused, match="of their own"):
        name_subject(by=make.administrator(), username="town-office-administrator", subject="s", at=make.MONDAY)
    with pytest.raises(Refused, match="Nobody with this user name"):
        name_subject(by=make.OPERATOR, username="nobody", subject="s", at=make.MONDAY)
    assert not Staff.objects.filter(subject__isnull=False).exists()
