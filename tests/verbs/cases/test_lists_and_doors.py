"""What stands in a list can be opened from that post: a list never leads to a page that is not there."""

from dataclasses import replace

import pytest

from tests import make
from yimen.cases.lists import Asked, Wanted, Which, worklist
from yimen.cases.queries import visible_to
from yimen.kernel.clock import day_of
from yimen.people.rules import Role
from yimen.routing.town import the_town

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.HANDLER])
def test_what_a_superior_decides_is_the_turn_of_its_supervisor_alone(role: Role) -> None:
    made, town = make.objected_case(), the_town()
    by = replace(make.posted("town-office-supervisor"), role=role)
    listed = [case.pk for case in worklist(Asked(by, Wanted(Which.MINE), town, day_of(make.MONDAY))).cases]
    assert listed == ([made.pk] if role is Role.SUPERVISOR else [])
    assert set(listed) <= set(visible_to(by, town).values_list("pk", flat=True))
