"""Two persons are two only if neither has made the other up for the occasion."""

from collections.abc import Collection
from datetime import datetime, timedelta

from yimen.journal.record import history
from yimen.people.models import Appointment
from yimen.people.rules import Operator, Role

SETTLED = timedelta(days=14)  # as long as an administrator has to set up a second step of their own
GIVEN = frozenset({"staff.enrolled", "staff.appointed", "staff.password_given", "staff.subject_named"})


def is_new(staff_id: int, roles: Collection[Role], at: datetime) -> bool:
    """Has the desk given them their account, a post with one of these roles, or a password within two weeks?

    An administrator alone can do all three, and so be two persons. What the machine itself gave counts as settled.
    """
    posts = Appointment.objects.filter(staff_id=staff_id, post__role__in=list(roles))
    subjects = [f"staff:{staff_id}", *(f"post:{post}" for post in posts.values_list("post_id", flat=True))]
    given = [one for subject in subjects for one in history(subject) if one.code in GIVEN and one.at > at - SETTLED]
    return any(one.by != Operator.ref and one.facts.get("staff", staff_id) == staff_id for one in given)
