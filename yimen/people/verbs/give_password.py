"""Somebody has forgotten their password."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, Staff
from yimen.people.policies import may_administer, may_set_up
from yimen.people.rules import Actor

NOBODY = gettext_noop("Nobody with this user name works here.")
TOO_EASY = gettext_noop("Please choose a password that is harder to guess: %(why)s")


@transaction.atomic
def give_password(*, by: Actor, username: str, password: str, at: datetime) -> None:
    """They get a new password; all their open sessions end with their next page. Their second factor stays.

    Refused to an administrator whose own post does not serve the places of all their posts: with a password one
    could sign in as somebody who may do more.
    """
    require(may_administer(by))
    staff = Staff.objects.filter(username=username, is_active=True).first()
    if staff is None:
        raise Refused(NOBODY)
    for place_path in Appointment.objects.filter(staff=staff).values_list("post__office__place__path", flat=True):
        require(may_set_up(by, place_path))
    try:
        validate_password(password, staff)
    except ValidationError as error:
        raise Refused(TOO_EASY, why=" ".join(error.messages)) from error
    Staff.objects.filter(pk=staff.pk).update(password=make_password(password))
    record("staff.password_given", subject=f"staff:{staff.pk}", by=by.ref, at=at)
