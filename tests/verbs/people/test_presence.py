"""Somebody is released while what they sent is on its way: it is not done."""

import threading
import time

import pytest
from django.db import connection, connections, transaction

from tests import make
from tests.pages.desk.browsing import opened, text
from yimen.cases.verbs import accept_case
from yimen.journal.presence import Gone, while_there
from yimen.kernel import clock
from yimen.people.models import Appointment
from yimen.people.rules import Operator
from yimen.people.seats import is_still_there
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.release_staff import release_staff

TODAY = clock.day_of(make.MONDAY)


@pytest.mark.django_db
def test_a_page_that_has_begun_does_nothing_any_more_and_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    case, by = make.case(), make.handler()
    client = opened(by, case.pk)

    def released_meanwhile(**given: object) -> None:
        release_staff_elsewhere(by.staff_id)
        accept_case(**given)  # type: ignore[arg-type]

    monkeypatch.setattr("yimen.desk.pages.verbs.acceptance.accept_case", released_meanwhile)
    answer = client.post(f"/desk/cases/{case.pk}/acceptance/", {"version": case.version})
    assert answer.status_code == 403
    assert "You hold no post today" in text(answer)
    assert make.fresh(case).state == "received"


def release_staff_elsewhere(staff_id: int) -> None:
    """As another request does it: what holds for the page here does not hold for that one."""
    with while_there(lambda: True):
        release_staff(by=Operator(), staff_id=staff_id, at=clock.now())


@pytest.mark.django_db
def test_whoever_holds_the_post_or_is_on_leave_from_it_is_there() -> None:
    by = make.handler()
    with transaction.atomic():
        assert is_still_there(by, TODAY)
    appointment = Appointment.objects.get(staff_id=by.staff_id, post_id=by.post_id)
    end_appointment(by=Operator(), appointment_id=appointment.pk, on=TODAY, at=make.MONDAY)
    with transaction.atomic():
        assert not is_still_there(by, TODAY)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_transactions_at_the_same_moment_the_release_is_never_overtaken() -> None:
    """The verb writes while the release is not yet committed: it waits, and then it is refused."""
    case, by = make.case(), make.handler()
    released, outcome = threading.Event(), list[object]()

    def accept() -> None:
        try:
            released.wait(20)
            with while_there(lambda: is_still_there(by, TODAY)):
                accept_case(by=by, case=case, at=make.LATER)
            outcome.append("accepted")
        except Gone:
            outcome.append("gone")
        finally:
            connections.close_all()

    thread = threading.Thread(target=accept)
    thread.start()
    with transaction.atomic():
        release_staff(by=Operator(), staff_id=by.staff_id, at=make.LATER)
        released.set()
        while connection.vendor == "postgresql" and not outcome and not _is_waited_for():
            time.sleep(0.01)
    thread.join(30)
    assert outcome == ["gone"]
    assert make.fresh(case).state == "received"


def _is_waited_for() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
