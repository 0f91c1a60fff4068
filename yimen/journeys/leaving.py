"""Somebody leaves for good, and what they had in hand goes on: their posts, and those of colleagues on leave."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yimen.kernel.clock import day_of
from yimen.people.away import standing_in
from yimen.people.rules import Actor
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.release_staff import release_staff
from yimen.people.verbs.take_leave import take_leave


@transaction.atomic
def leave_for_good(*, by: Actor, staff_id: int, followers: Mapping[int, int], at: datetime) -> None:
    """They are released, and from the same moment others have these posts (post → staff); all of it or nothing.

    Open work is with the offices and the posts, so it goes along. A post that nobody follows in is vacant; one in
    which they only stood in is its holder's again. Of two administrators at once the second is refused.
    """
    today = day_of(at)
    stood_in = {leave.post_id: leave for leave in standing_in(staff_id, today)}
    release_staff(by=by, staff_id=staff_id, at=at)
    for post_id, follower in followers.items():
        if leave := stood_in.get(post_id):
            begins = max(leave.from_on, today)
            take_leave(by=by, post_id=post_id, stand_in=follower, from_on=begins, until_on=leave.until_on, at=at)
        else:
            appoint_staff(by=by, staff_id=follower, post_id=post_id, from_on=today, at=at)
