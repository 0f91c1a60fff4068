"""Colleagues of the small town's tests: a lamp that housing has a part in, and a question to the area lead."""

from datetime import datetime
from typing import Any

from tests import make
from yimen.cases.models import Case, Enquiry
from yimen.cases.verbs import ask_adviser, ask_office
from yimen.deadlines.models import Term
from yimen.people.models import Post

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
