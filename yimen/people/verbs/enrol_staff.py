"""Somebody starts to work at the desk."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.text import plain
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Staff
from yimen.people.policies import may_administer
from yimen.people.rules import Actor, is_a_username

LONGEST_NAME = 120
TAKEN = gettext_noop("Somebody already has the user name %(username)s. Please take another one.")
WEAK = gettext_noop("This password is too short or too easy to guess. Take at least ten characters, best some words.")
NO_NAME = gettext_noop("Please write the name.")
NO_LANGUAGE = gettext_noop("The desk does not speak this language.")


@transaction.atomic
def enrol_staff(*, by: Actor, username: str, name: str, language: str, password: str | None, at: datetime) -> int:
    """Somebody may sign in from now on; without a post they see nothing. Without a password they need a passkey.

    Refused if the user name is taken or not one, or if the password is easy to guess. Returns the id of the staff.
    """
    require(may_administer(by))
    require(is_a_username(username))
    called = plain(name, LONGEST_NAME)
    if not called:
        raise Refused(NO_NAME)
    if language not in LANGUAGES:
        raise Refused(NO_LANGUAGE)
    if Staff.objects.filter(username=username).exists():
        raise Refused(TAKEN, username=username)
    staff = Staff(username=username, name=called, language=language)
    if password is not None:
        _require_strength(password, staff)
    staff.set_password(password)
    staff.save(force_insert=True)
    record("staff.enrolled", subject=f"staff:{staff.pk}", by=by.ref, at=at)
    return staff.pk


def _require_strength(password: str, staff: Staff) -> None:
    try:
        validate_password(password, staff)
    except ValidationError as weakness:
        raise Refused(WEAK) from weakness
