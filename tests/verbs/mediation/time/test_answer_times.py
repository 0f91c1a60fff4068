"""Sides say when they can come."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_company
from tests import make_mediation as make_it
from tests.verbs.mediation.time.test_offer_times import offered
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import TimeAnswer
from yimen.mediation.rooms.keys import NoKey
from yimen.mediation.rooms.rules import own_room
from yimen.mediation.sittings.times import offered_to

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_no_side_reads_what_another_one_said() -> None:
    talk = make_it.opened()
    first, second = offered(talk, 1, 2)
    verbs.answer_times(by=talk.side(1), suits=[first, second], at=AT)
    verbs.answer_times(by=talk.side(2), suits=[second], at=AT)
    theirs = TimeAnswer.objects.get(time_id=first, side=2)
    with pytest.raises(NoKey):
        talk.side(1).ring.open(own_room(2), theirs.suits)
    assert len({len(bytes(one.suits)) for one in TimeAnswer.objects.all()}) == 1, "a no is as long as a yes"
    assert [one.suits for one in offered_to(talk.side(1))] == [{1: True}, {1: True}]
    assert [one.suits for one in offered_to(talk.side(2))] == [{2: False}, {2: True}]
    seen = offered_to(talk.mediator())
    assert [one.suits for one in seen] == [{1: True, 2: False}, {1: True, 2: True}]
    assert [one.suits_all([1, 2]) for one in seen] == [False, True]
    supporter = make_company.by_code(make_company.code_of(talk, Role.SUPPORTER, side=1))
    assert [one.suits for one in offered_to(supporter)] == [{}, {}]


def test_none_is_an_answer_and_it_may_be_changed() -> None:
    talk = make_it.opened()
    (only,) = offered(talk, 1)
    verbs.answer_times(by=talk.side(1), suits=[], at=AT)
    assert [one.suits for one in offered_to(talk.mediator())] == [{1: False}]
    verbs.answer_times(by=talk.side(1), suits=[only], at=AT)
    assert [one.suits for one in offered_to(talk.mediator())] == [{1: True}]
    with pytest.raises(IntegrityError), transaction.atomic():  # time_answered_once_by_a_side
        TimeAnswer.objects.create(time_id=only, side=1, suits=b"")


def test_not_for_times_that_are_no_longer_offered_nor_those_of_others() -> None:
    talk, other = make_it.opened(), make_it.opened()
    (old,) = offered(talk, 1)
    (theirs,) = offered(other, 3)
    offered(talk, 2)
    for wrong in (old, theirs):
        with pytest.raises(Refused, match="look again"):
            verbs.answer_times(by=talk.side(1), suits=[wrong], at=AT)
    verbs.withdraw_times(by=talk.mediator(), at=AT)
    with pytest.raises(Refused, match="look again"):
        verbs.answer_times(by=talk.side(1), suits=[], at=AT)


def test_a_representative_answers_for_its_side_a_supporter_does_not() -> None:
    talk = make_it.opened()
    (only,) = offered(talk, 1)
    instead = make_company.acting(make_company.code_of(talk, Role.REPRESENTATIVE, side=2))
    verbs.answer_times(by=instead, suits=[only], at=AT)
    assert [one.suits for one in offered_to(talk.mediator())] == [{2: True}]
    beside = make_company.by_code(make_company.code_of(talk, Role.SUPPORTER, side=1))
    with pytest.raises(Refused):
        verbs.answer_times(by=beside, suits=[only], at=AT)  # type: ignore[arg-type]
