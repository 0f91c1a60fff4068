"""Everybody who could review a case stands aside."""

from tests import make
from yimen.cases.models import Case
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.verbs import stand_aside
from yimen.kernel.clock import day_of
from yimen.people.models import Post, Staff
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Role
from yimen.people.seats import sitting_in
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post


def sitting(case: Case) -> list[Acting]:
    """Who could review it where it lies."""
    on = day_of(make.MONDAY)
    found = sitting_in(case.office_id, LOOKING_ROLES, on)
    staff = Staff.objects.filter(pk__in=[each.staff_id for each in found]).order_by("pk")
    return [next(post for post in posts_of(one.pk, on) if post.office_id == case.office_id) for one in staff]


def all_stand_aside(case: Case) -> Case:
    """One after the other, whoever is left."""
    for by in sitting(case):
        now = make.fresh(case)
        if by.staff_id not in now.recused:
            stand_aside(by=by, case=now, why="My brother.", at=make.LATER)
    return make.fresh(case)


def another_handler(case: Case) -> Acting:
    """A second one in the office that has the case."""
    at, office = make.MONDAY.replace(year=2025), case.office.code
    set_up_post(by=make.OPERATOR, code="another", role=Role.HANDLER, office=office, place="KS", names={}, at=at)
    pk = enrol_staff(by=make.OPERATOR, username="another", name="Another", language="en", password=None, at=at)
    post = Post.objects.get(code="another").pk
    appoint_staff(by=make.OPERATOR, staff_id=pk, post_id=post, from_on=day_of(at), at=at)
    return posts_of(pk, day_of(make.MONDAY))[0]
