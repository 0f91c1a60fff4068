"""The page of a post: its name, and closing it."""

import re
from datetime import timedelta

import pytest

from tests import make
from tests.make_colleagues import advised_case
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.people.models import Appointment, Post
from yimen.people.rules import Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.django_db


def test_a_post_is_renamed_and_closed_once_nobody_waits_for_it() -> None:
    advised_case(at=clock.now())
    lead = make.area_lead()
    client, path = browser(make.administrator()), f"/desk/town/posts/{lead.post_id}/"
    assert client.post(path, {"rename": "1", "en": "Lead of Duohe"}).status_code == 302
    page = text(client.get(path))
    assert "Lead of Duohe" in page
    assert "Close the post" not in page, "somebody holds it"
    Appointment.objects.filter(post_id=lead.post_id).update(until_on=clock.day_of(clock.now()))
    assert "Questions to this post are open" in text(client.post(path, {"close": "1"}))
    other = Post.objects.get(pk=make.handler("housing").post_id)
    Appointment.objects.filter(post=other).update(until_on=clock.day_of(clock.now()))
    path = f"/desk/town/posts/{other.pk}/"
    assert client.post(path, {"close": "1"}).status_code == 302
    page = text(client.get(path))
    assert "closed since" in page
    assert "Appoint somebody" not in page


def test_an_appointment_taken_back_before_its_first_day_never_ended() -> None:
    """It read from the fifth of January to the fourth."""
    handler, client = make.handler(), browser(make.administrator())
    post = set_up_post(
        by=Operator(), code="N", role=Role.HANDLER, office="KS-urban", place="KS", names={}, at=clock.now()
    )
    day = clock.day_of(clock.now()) + timedelta(days=30)
    appoint_staff(by=Operator(), staff_id=handler.staff_id, post_id=post, from_on=day, at=clock.now())
    path, appointment = f"/desk/town/posts/{post}/", Appointment.objects.get(post_id=post).pk
    today = f"{clock.day_of(clock.now())}"
    assert client.post(path, {"appointment": appointment, "end_on": today}).status_code == 302
    line = re.sub(r"\s+", " ", text(client.get(path)).partition("y-lines")[2].partition("</li>")[0])
    assert "taken back before it began" in line
    assert " to " not in line
