"""The one reminder that a court can still be asked."""

from datetime import timedelta

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.court.reminding import remind
from yimen.mediation.court.rules import Court
from yimen.mediation.verbs import follow_to_the_end, follow_up, note_court, remind_of_court
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT
DAY = timedelta(days=1)


def letters() -> list[Letter]:
    return list(Letter.objects.filter(code="mediation-court").order_by("id"))


def test_both_sides_are_told_once_in_words_that_say_nothing() -> None:
    talk = make_it.agreed()
    assert remind(AT + 19 * DAY) == 0
    assert remind(AT + 20 * DAY) == 1
    assert remind(AT + 21 * DAY) == 0
    told = letters()
    assert [letter.language for letter in told] == ["bo", "zh-hans"]
    assert talk.row.reminded_on == day_of(AT + 20 * DAY)
    assert "2026年4月1日" in told[1].body, "the last day"
    for letter in told:
        words = f"{letter.title} {letter.body}".lower()
        assert not any(word in words for word in ("调解", "法院", "协议", "court", "mediat", make_it.TASHI))


def test_not_too_late_nor_where_it_was_asked_or_all_is_done() -> None:
    asked, done, late = make_it.agreed(), make_it.agreed(), make_it.agreed()
    note_court(by=asked.mediator(), court=Court.ASKED, on=day_of(AT), at=AT)
    for undertaking in done.written().undertakings:
        follow_up(by=done.mediator(), undertaking=undertaking, kept=Kept.PERFORMED, at=AT)
    follow_to_the_end(by=done.mediator(), at=AT)
    make_it.opened()
    assert remind(AT + 31 * DAY) == 0
    assert remind(AT + 30 * DAY) == 1
    assert late.row.reminded_on is not None
    with pytest.raises(Refused):
        remind_of_court(by=make.CLOCK, mediation=late.row, at=AT + 30 * DAY)
    assert len(letters()) == 2
