"""A post is not needed any more."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Post
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor
from yimen.people.verbs.appoint_staff import NO_POST

HELD = gettext_noop("Somebody holds this post, or will. End that appointment first, or hand it on.")
CLOSED = gettext_noop("This post is closed already.")


@transaction.atomic
def close_post(*, by: Actor, post_id: int, at: datetime) -> None:
    """Nobody is appointed to it again, and it is missed nowhere; what was done from it stays readable."""
    post = Post.objects.select_for_update(of=("self",)).select_related("office__place").filter(pk=post_id).first()
    if post is None:
        raise Refused(NO_POST)
    require(may_set_up(by, post.office.place.path))
    if post.closed_on is not None:
        raise Refused(CLOSED)
    today = day_of(at)
    lasting = post.appointments.filter(Q(until_on__isnull=True) | Q(until_on__gt=today))
    if lasting.exclude(until_on=F("from_on")).exists():
        raise Refused(HELD)
    Post.objects.filter(pk=post_id).update(closed_on=today)
    new_edition("people")
    record("post.closed", subject=f"post:{post_id}", by=by.ref, at=at)
