"""Somebody to sign in, and how."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from tests.verbs.people.small_town import make_town
from yimen.kernel import clock
from yimen.people.models import Post, Staff
from yimen.people.queries import directory
from yimen.people.rules import Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post
from yimen.places.queries import gazetteer

PASSWORD = "barley-and-butter"
LOGIN = "account_login"


def make_small_town() -> None:
    """A small town with two posts."""
    directory.cache_clear()
    gazetteer.cache_clear()
    make_town()
    for code, role, office in (("D-1", Role.CLERK, "DOOR"), ("U-1", Role.HANDLER, "URB")):
        set_up_post(by=Operator(), code=code, role=role, office=office, place="KS", names={}, at=clock.now())


def dolma() -> Staff:
    """Somebody who can sign in and holds no post yet."""
    pk = enrol_staff(by=Operator(), username="dolma", name="卓玛", language="bo", password=PASSWORD, at=clock.now())
    return Staff.objects.get(pk=pk)


def appointed(staff: Staff, code: str) -> int:
    """She takes up this post today."""
    at = clock.now()
    post = Post.objects.get(code=code).pk
    appoint_staff(by=Operator(), staff_id=staff.pk, post_id=post, from_on=clock.day_of(at), at=at)
    return post


def sign_in(client: Client, password: str = PASSWORD, username: str = "dolma") -> object:
    """Send the form."""
    return client.post(reverse(LOGIN), {"login": username, "password": password})


def code_of(secret: str, step: int = 0) -> str:
    """What the authenticator app would show now (or some half minutes later)."""
    counter = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret, counter + step)))
