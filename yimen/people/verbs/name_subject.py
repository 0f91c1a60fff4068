"""The town has a sign-in server of its own, and somebody is known there."""

from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, Staff
from yimen.people.policies import NOT_YOURSELF, may_administer, may_set_up
from yimen.people.rules import Acting, Actor

NOBODY = gettext_noop("Nobody with this user name works here.")
SOMEBODY_ELSE = gettext_noop("Somebody else signs in under this name already.")


@transaction.atomic
def name_subject(*, by: Actor, username: str, subject: str, at: datetime) -> None:
    """They may sign in with the town's sign-in server, where they are known by this name; empty ends it.

    Never by themselves, and by nothing that the server says: whoever can write there an e-mail address of somebody
    else does not become them here.
    """
    require(may_administer(by))
    staff = Staff.objects.filter(username=username, is_active=True).first()
    if staff is None:
        raise Refused(NOBODY)
    if isinstance(by, Acting) and by.staff_id == staff.pk:
        raise Refused(NOT_YOURSELF)
    for place_path in Appointment.objects.filter(staff=staff).values_list("post__office__place__path", flat=True):
        require(may_set_up(by, place_path))
    try:
        with transaction.atomic():
            Staff.objects.filter(pk=staff.pk).update(subject=subject.strip() or None)
    except IntegrityError as taken:
        raise Refused(SOMEBODY_ELSE) from taken
    record("staff.subject_named", subject=f"staff:{staff.pk}", by=by.ref, at=at, is_named=bool(subject.strip()))
