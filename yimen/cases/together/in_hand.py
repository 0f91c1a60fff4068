"""What waits for a post, as numbers: asked when its holder leaves. No case is read."""

from collections.abc import Iterable
from typing import NamedTuple

from yimen.cases.models import Case, Enquiry
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.together.rules import Asked
from yimen.people.rules import Acting

COUNTED = 100  # more than so many are "99+"


class InHand(NamedTuple):
    """Open cases of the office, if the post works with them, and open questions to the post itself."""

    cases: int
    asked: int


def in_hand(posts: Iterable[Acting]) -> dict[int, InHand]:
    """By post; two statements each, and neither counts further than :data:`COUNTED`."""
    return {post.post_id: InHand(_cases(post), _asked(post)) for post in posts}


def _cases(post: Acting) -> int:
    if post.role not in LOOKING_ROLES:
        return 0
    return Case.objects.filter(office_id=post.office_id, due_on__isnull=False).values("pk")[:COUNTED].count()


def _asked(post: Acting) -> int:
    return Enquiry.objects.filter(to_post_id=post.post_id, state=Asked.ASKED.value).values("pk")[:COUNTED].count()
