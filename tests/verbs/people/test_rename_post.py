"""A post is called otherwise."""

import pytest

from tests import make
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.posts import post_facts
from yimen.people.rules import Acting, Role
from yimen.people.verbs.rename_post import rename_post

pytestmark = pytest.mark.django_db


def test_it_has_its_new_names_and_nothing_else_is_changed() -> None:
    post = make.handler().post_id
    before = post_facts(post, make.MONDAY.date())
    rename_post(by=make.administrator(), post_id=post, names={"en": "Lamps", "bo": ""}, at=make.MONDAY)
    after = post_facts(post, make.MONDAY.date())
    assert before is not None
    assert after == before._replace(names={"en": "Lamps"})
    assert history(f"post:{post}")[-1].code == "post.renamed"


def test_only_the_administrator_of_the_place_renames_it() -> None:
    post = make.handler().post_id
    for by, why in (
        (make.supervisor(), "Only an administrator"),
        (Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS01/"), "does not serve this place"),
    ):
        with pytest.raises(Refused, match=why):
            rename_post(by=by, post_id=post, names={}, at=make.MONDAY)
    with pytest.raises(Refused, match="no such post"):
        rename_post(by=make.administrator(), post_id=99_999, names={}, at=make.MONDAY)
