"""The page of a post: its name, and closing it."""

import pytest

from tests import make
from tests.make_colleagues import advised_case
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.people.models import Appointment, Post

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
