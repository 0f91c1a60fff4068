"""A handler who has lost their second step, and two administrators."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests import make
from yimen.kernel.clock import day_of
from yimen.people.models import Post, Staff
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post

LONG_AGO = make.MONDAY.replace(year=2025)


def handler() -> Staff:
    """Who has an app at sign-in, until today."""
    staff = Staff.objects.get(pk=make.handler().staff_id)
    TOTP.activate(staff, generate_totp_secret())
    return staff


def second_administrator() -> Acting:
    """Of the whole town, besides the first."""
    by = Operator()
    office = make.office_code(make.administrator())
    set_up_post(by=by, code="second", role=Role.ADMINISTRATOR, office=office, place="KS", names={}, at=LONG_AGO)
    pk = enrol_staff(by=by, username="second", name="Second", language="en", password=None, at=LONG_AGO)
    post = Post.objects.get(code="second").pk
    appoint_staff(by=by, staff_id=pk, post_id=post, from_on=day_of(LONG_AGO), at=LONG_AGO)
    return posts_of(pk, day_of(make.MONDAY))[0]


def has_step(staff: Staff) -> bool:
    """Is anything left of it?"""
    return bool(Authenticator.objects.filter(user=staff).exists())
