"""The mediator opens the call of a session, at its time, and nobody else can."""

from datetime import timedelta

import pytest

from tests import make, make_mediation
from tests.make_sessions import AT, BEGINS, Session
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.calls.queries import host_key, is_led_by_nobody
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import cancel_sitting, close_session, open_session
from yimen.meetings.exchanging import seat_by
from yimen.meetings.models import Meeting
from yimen.meetings.wire import Asked
from yimen.people.models import Appointment
from yimen.retention import forget
from yimen.video.queries import listed_in, rows_lined_up, waiting_at

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_mediator_is_in_it_at_once_and_again_with_the_same_link() -> None:
    session = Session().opened()
    assert session.ask("mediator").state == "in"
    assert session.opened().call.meeting.seats.count() == 1, "opened twice, it is one seat"
    entry = Entry.objects.get(code="mediation.call_opened")
    assert (entry.subject, entry.facts) == (session.talk.row.ref, {"sitting": session.pk})


@pytest.mark.parametrize(
    ("after", "why"), [(timedelta(minutes=-11), "ten minutes before"), (timedelta(minutes=60), "is over")]
)
def test_from_ten_minutes_before_until_it_should_be_over(after: timedelta, why: str) -> None:
    session = Session()
    with pytest.raises(Refused, match=why):
        session.opened(BEGINS + after)
    session.opened(BEGINS - timedelta(minutes=10))


def test_not_for_a_session_in_person_nor_one_called_off_nor_of_another_mediation() -> None:
    with pytest.raises(Refused, match="in person"):
        Session(form=Form.IN_PERSON).opened()
    session, other = Session(form=Form.MIXED), make_mediation.opened()
    with pytest.raises(Refused, match="somebody else"):
        open_session(by=other.mediator(), sitting=session.sitting, at=BEGINS)
    cancel_sitting(by=session.talk.mediator(), sitting=session.sitting, at=AT)
    with pytest.raises(Refused, match="called off"):
        session.opened()


def test_it_stands_in_no_list_of_a_centre() -> None:
    Session().opened().joined(1)
    clerk = make.clerk()
    assert (listed_in(clerk, BEGINS), waiting_at(clerk.office_id, BEGINS)) == ([], 0)
    assert not rows_lined_up(clerk).exists()


def test_who_is_not_its_mediator_any_more_leads_nothing() -> None:
    """The exchange asks it for the host: see ``yimen/public/pages/video/meeting.py``."""
    session = Session().opened()
    asked = Asked("b" * 20, "page-one", comes=True)
    assert not is_led_by_nobody(session.seat("mediator"), asked, BEGINS)
    Appointment.objects.filter(post=make_mediation.mediator().post_id).update(until_on=BEGINS.date())
    assert is_led_by_nobody(session.seat("mediator"), asked, BEGINS)


def test_ended_it_may_be_opened_again_by_the_mediator_alone() -> None:
    session = Session().opened()
    first = session.call.meeting_id
    close_session(by=session.talk.mediator(), call=session.call, at=BEGINS)
    with pytest.raises(Refused, match="ended this call"):
        session.joined(1)
    session.opened()
    assert session.call.meeting_id != first
    assert session.joined(1).ask("side-1").state == "waiting"


def test_an_hour_after_its_end_it_is_over_and_the_day_after_forgotten() -> None:
    session = Session().opened()
    key = host_key(session.call, session.talk.mediator())
    assert seat_by(key, BEGINS + timedelta(minutes=119))
    assert seat_by(key, BEGINS + timedelta(minutes=120)) is None
    forget(BEGINS + timedelta(days=1))
    assert not Meeting.objects.exists()
    assert session.sitting.state == "planned", "the session itself stays"
