"""A case that several bring together, as the desk sees it."""

import pytest

from tests import make
from tests.make_joint import joint_case, me, mine
from tests.pages.desk.browsing import opened, text
from yimen.cases.rules import Way
from yimen.cases.verbs import add_words
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db


def test_the_office_reads_how_many_they_are_and_neither_who_nor_how_they_are_reached() -> None:
    case, other = joint_case(at=now(), tell=Way.EMAIL, email="first@example.org")
    add_words(by=me(other), case=mine(other), text="It flickers first.", at=now())
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    for words in ("2 residents together", "One more stands in the case", "It flickers first."):
        assert words in page
    assert page.count("· The resident") >= 2
    assert "resident:" not in page
    assert "@example.org" not in page
