"""A post is not needed any more."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_colleagues import colleague
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment
from yimen.people.queries import vacant_posts
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.close_post import close_post
from yimen.people.verbs.end_appointment import end_appointment

pytestmark = pytest.mark.django_db
TODAY = day_of(make.MONDAY)


def test_it_is_missed_nowhere_and_nobody_holds_it_again() -> None:
    pema, by = colleague(), make.administrator()
    with pytest.raises(Refused, match="Somebody holds this post"):
        close_post(by=by, post_id=pema.post_id, at=make.MONDAY)
    own = Appointment.objects.get(post_id=pema.post_id)
    end_appointment(by=make.OPERATOR, appointment_id=own.pk, on=TODAY, at=make.MONDAY)
    assert vacant_posts(TODAY)[pema.office_id] == 1
    close_post(by=by, post_id=pema.post_id, at=make.MONDAY)
    assert pema.office_id not in vacant_posts(TODAY)
    assert history(f"post:{pema.post_id}")[-1].code == "post.closed"
    with pytest.raises(Refused, match="no such post"):
        appoint_staff(by=by, staff_id=pema.staff_id, post_id=pema.post_id, from_on=TODAY, at=make.LATER)
    with pytest.raises(Refused, match="closed already"):
        close_post(by=by, post_id=pema.post_id, at=make.LATER)


def test_one_that_somebody_will_hold_is_not_closed() -> None:
    pema = colleague()
    Appointment.objects.filter(post_id=pema.post_id).update(from_on=TODAY + timedelta(days=9))
    with pytest.raises(Refused, match="or will"):
        close_post(by=make.administrator(), post_id=pema.post_id, at=make.MONDAY)
    with pytest.raises(Refused, match="Only an administrator"):
        close_post(by=make.supervisor(), post_id=pema.post_id, at=make.MONDAY)
