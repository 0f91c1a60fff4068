"""Colleagues of the small town's tests: a lamp that housing has a part in, and a question to the area lead."""

from datetime import datetime, timedelta
from typing import Any

from tests import make
from yimen.cases.models import Case, Enquiry
from yimen.cases.verbs import ask_adviser, ask_office
from yimen.deadlines.models import Term
from yimen.kernel.clock import day_of
from yimen.people.models import Post
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post
from yimen.people.verbs.take_leave import take_leave

PART = "Whose house does the lamp hang on?"
ADVICE = "Is the path to the bridge used at night?"


def post_id(code: str) -> int:
    """The number of a post."""
    make.town()
    return int(Post.objects.get(code=code).pk)


def shared_case(*, at: datetime = make.MONDAY, **fields: Any) -> tuple[Case, Enquiry]:  # noqa: ANN401
    """Urban management handles the lamp and has asked housing for its part."""
    case = make.accepted_case(at=at, **fields)
    return case, ask_office(by=make.holder(case), case=case, office="KS-housing", question=PART, at=at)


def advised_case(*, at: datetime = make.MONDAY, **fields: Any) -> tuple[Case, Enquiry]:  # noqa: ANN401
    """Urban management has asked the village's area lead."""
    case = make.accepted_case(at=at, **fields)
    post = post_id("village-committee-area_lead")
    return case, ask_adviser(by=make.holder(case), case=case, post_id=post, question=ADVICE, at=at)


def again(enquiry: Enquiry) -> Enquiry:
    """The enquiry as somebody else reads it now."""
    found: Enquiry = Enquiry.objects.select_related("case", "case__office").get(pk=enquiry.pk)
    return found


def term(enquiry: Enquiry) -> Term:
    """Its limit."""
    return Term.objects.get(subject=enquiry.ref)


def colleague(username: str = "pema", office: str = "urban", role: Role = Role.HANDLER, place: str = "KS") -> Acting:
    """One more in an office, in a post of their own."""
    make.town()
    at = make.MONDAY - timedelta(days=30)
    by, names = make.OPERATOR, {"en": username}
    post = set_up_post(
        by=by, code=f"{username}-post", role=role, office=f"KS-{office}", place=place, names=names, at=at
    )
    staff = enrol_staff(by=by, username=username, name=username.title(), language="en", password=None, at=at)
    appoint_staff(by=by, staff_id=staff, post_id=post, from_on=day_of(at), at=at)
    return posts_of(staff, day_of(make.MONDAY))[0]


def on_leave(holder: Acting, stand_in: Acting, *, at: datetime = make.MONDAY, days: int = 5) -> int:
    """The holder of a post is away from today on, for so many days."""
    on = day_of(at)
    return take_leave(
        by=holder, post_id=holder.post_id, stand_in=stand_in.staff_id, from_on=on, until_on=on + timedelta(days=days),
        at=at,
    )  # fmt: skip
