"""Posts are set up and stay what they are."""

import pytest

from tests.verbs.people.small_town import MONDAY
from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.queries import posts_shown
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.usefixtures("town")


def set_up(**changes: object) -> int:
    """A handler's post in urban management, or something else."""
    given = {"by": Operator(), "code": "URB-1", "role": Role.HANDLER, "office": "URB", "place": "KS", "names": {}}
    return set_up_post(**{**given, **changes}, at=MONDAY)  # type: ignore[arg-type]


def test_a_new_post_shows_its_office_and_role() -> None:
    pk = set_up()
    assert posts_shown([pk, 999], edition=editions()["people"]) == {pk: ({"en": "urban"}, Role.HANDLER)}
    assert [entry.code for entry in history(f"post:{pk}")] == ["post.set_up"]


@pytest.mark.parametrize(("changes", "words"), [({"office": "XX"}, "office"), ({"place": "XX"}, "place")])
def test_what_is_not_there_is_named(changes: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=f"no {words} with the code XX"):
        set_up(**changes)


def test_a_post_is_set_up_once_so_that_what_was_done_from_it_reads_right() -> None:
    set_up()
    with pytest.raises(Refused, match="already is a post"):
        set_up(role=Role.SUPERVISOR)


def test_an_administrator_of_a_township_sets_up_none_for_the_town() -> None:
    with pytest.raises(Refused, match="does not serve this place"):
        set_up(by=Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS01/"))
