"""Going on without somebody."""

import pytest

from tests import make_company, make_mediation
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import Companion, RoomKey

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_mediation.AT


@pytest.mark.parametrize("role", Role)
def test_at_once_their_code_opens_nothing(role: Role) -> None:
    talk = make_mediation.opened()
    code = make_company.code_of(talk, role)
    pk = Companion.objects.get().pk
    with pytest.raises(Refused):
        verbs.dismiss_companion(by=talk.side(2), companion=pk, at=AT)
    verbs.dismiss_companion(by=talk.side(1), companion=pk, at=AT)
    with pytest.raises(Refused, match="no mediation with this code"):
        make_company.by_code(code)
    assert not RoomKey.objects.filter(bearer__startswith="companion:").exists()
    with pytest.raises(Refused):
        verbs.dismiss_companion(by=talk.side(1), companion=pk, at=AT)


def test_when_it_ends_only_those_who_act_for_a_side_read_how() -> None:
    talk = make_mediation.opened()
    codes = {role: make_company.code_of(talk, role, side=1) for role in list(Role)[1:]}
    verbs.leave_mediation(by=talk.side(2), at=AT)
    assert make_company.acting(codes[Role.REPRESENTATIVE]).mediation.ending == "left"
    for role in (Role.SUPPORTER, Role.EXPERT, Role.INTERPRETER):
        with pytest.raises(Refused):
            make_company.by_code(codes[role])
    bearers = set(RoomKey.objects.filter(bearer__startswith="companion:").values_list("bearer", flat=True))
    assert len(bearers) == 1
