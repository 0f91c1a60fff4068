"""The day of an undertaking: the mediator sees it, and both sides get a letter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.mediation.agreements.due import to_follow_up
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.verbs import follow_up
from yimen.notifications.models import Letter

pytestmark = pytest.mark.django_db
ON = day_of(make_it.AT)


def test_the_mediator_asks_on_the_day_and_nobody_else_and_both_sides_are_told() -> None:
    talk, by = make_it.agreed(), make_it.mediator()
    due_on = ON + timedelta(days=10)
    letters = list(Letter.objects.filter(code="mediation-due"))
    assert {letter.subject for letter in letters} == {talk.side(number).ref for number in (1, 2)}
    assert {day_of(letter.at) for letter in letters} == {due_on}
    assert to_follow_up(by, ON) == []
    assert [(one.mediation.pk, one.due_on) for one in to_follow_up(by, due_on)] == [(talk.pk, due_on)]
    assert to_follow_up(replace(by, stands_in=True), due_on) == []
    follow_up(by=talk.mediator(), undertaking=talk.written().undertakings[0], kept=Kept.NOT, at=make_it.AT)
    assert to_follow_up(by, due_on) == []
