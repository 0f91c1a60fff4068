"""Times that a mediator offers."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import OfferedTime
from yimen.mediation.sittings.times import offered_to
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT
DAY = timedelta(days=1)


def offered(talk: make_it.Talk, *days: int, minutes: int = 60) -> list[int]:
    """The ids of times so many days from now."""
    times = verbs.Times([AT + day * DAY for day in days], minutes=minutes, where=make_it.WHERE)
    verbs.offer_times(by=talk.mediator(), times=times, at=AT)
    return [one.time.pk for one in offered_to(talk.mediator())]


def test_all_sides_are_told_and_read_when_and_where() -> None:
    talk = make_it.opened()
    Letter.objects.all().delete()
    offered(talk, 2, 1, 2)
    for reader in (talk.side(1), talk.side(2), talk.mediator()):
        assert [(one.time.begins_at, one.where) for one in offered_to(reader)] == [
            (AT + DAY, make_it.WHERE), (AT + 2 * DAY, make_it.WHERE),
        ]  # fmt: skip
    assert set(Letter.objects.values_list("code", flat=True)) == {"mediation-news"}
    assert {row.subject for row in Letter.objects.all()} == {talk.side(1).ref, talk.side(2).ref}
    assert make_it.WHERE.encode() not in bytes(OfferedTime.objects.all()[0].where)
    with pytest.raises(IntegrityError), transaction.atomic():  # time_offered_once
        OfferedTime.objects.create(mediation=talk.row, begins_at=AT + DAY, minutes=60, form="video", where=b"")


@pytest.mark.parametrize("days", [(), range(1, 8), (0,)])
def test_one_to_six_and_still_to_come(days: tuple[int, ...]) -> None:
    talk = make_it.opened()
    with pytest.raises(Refused, match="still to come" if days == (0,) else "at least one"):
        offered(talk, *days)
    assert not OfferedTime.objects.exists()


def test_not_while_the_mediator_sits_in_another_session() -> None:
    talk, other = make_it.opened(), make_it.opened()
    make_it.planned(other)
    for minutes in (0, 59, -59):
        times = verbs.Times([AT + DAY + timedelta(minutes=minutes)])
        with pytest.raises(Refused, match="another session"):
            verbs.offer_times(by=talk.mediator(), times=times, at=AT)
    verbs.offer_times(by=talk.mediator(), times=verbs.Times([AT + DAY + timedelta(hours=1)]), at=AT)
    verbs.leave_mediation(by=other.side(1), at=AT)
    offered(talk, 1)  # what has ended takes no time any more


def test_new_ones_replace_what_was_offered_and_all_can_be_taken_back() -> None:
    talk = make_it.opened()
    first = offered(talk, 1)
    assert set(first).isdisjoint(offered(talk, 1, 3))
    verbs.withdraw_times(by=talk.mediator(), at=AT)
    assert offered_to(talk.side(1)) == []


@pytest.mark.parametrize("how", ["planned", "ended"])
def test_they_are_gone_when_a_session_with_all_is_planned_or_it_ends(how: str) -> None:
    talk = make_it.opened()
    offered(talk, 4)
    make_it.planned(talk, alone=1)
    assert OfferedTime.objects.exists(), "a talk with one side alone says nothing about all"
    if how == "planned":
        make_it.planned(talk)
    else:
        verbs.leave_mediation(by=talk.side(2), at=AT)
    assert not OfferedTime.objects.exists()


def test_only_the_mediator_offers() -> None:
    talk = make_it.opened()
    for who in (talk.side(1), talk.head()):
        with pytest.raises(Refused):
            verbs.offer_times(by=who, times=verbs.Times([AT + DAY]), at=AT)  # type: ignore[arg-type]
