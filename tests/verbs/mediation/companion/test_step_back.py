"""Somebody who comes with a side goes by themselves."""

import pytest

from tests import make_company, make_mediation
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_mediation.AT


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.INTERPRETER])
def test_the_mediation_goes_on_and_the_side_is_told(role: Role) -> None:
    talk = make_mediation.opened()
    code = make_company.code_of(talk, role)
    before = Letter.objects.filter(subject=talk.side(1).ref).count()
    verbs.step_back(by=make_company.by_code(code), at=AT)
    with pytest.raises(Refused):
        make_company.by_code(code)
    assert talk.row.state == "open"
    assert Letter.objects.filter(subject=talk.side(1).ref).count() == before + 1


def test_a_side_itself_leaves_and_does_not_step_back() -> None:
    with pytest.raises(Refused):
        verbs.step_back(by=make_mediation.opened().side(1), at=AT)


def test_an_interpreter_writes_nothing_and_a_supporter_writes_to_all() -> None:
    talk = make_mediation.opened()
    supporter = make_company.beside(make_company.code_of(talk, Role.SUPPORTER))
    verbs.say_to_all(by=supporter, words="zqneighbour", at=AT)
    interpreter = make_company.beside(make_company.code_of(talk, Role.INTERPRETER))
    with pytest.raises(Refused):
        verbs.say_to_all(by=interpreter, words="x", at=AT)
    with pytest.raises(Refused):
        verbs.say_privately(by=supporter, words="x", at=AT)  # type: ignore[arg-type]  # as a page would
