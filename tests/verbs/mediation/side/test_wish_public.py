"""Whether others may listen."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.queries.reading import names_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_each_side_wishes_and_takes_it_back() -> None:
    talk = make_it.opened()
    for number, is_public, wanted in ((1, True, [True, False]), (2, True, [True, True]), (1, False, [False, True])):
        verbs.wish_public(by=talk.side(number), is_public=is_public, at=AT)
        assert [one.wishes_public for one in names_of(talk.mediator())] == wanted


def test_not_after_the_end() -> None:
    talk = make_it.opened()
    verbs.leave_mediation(by=talk.side(1), at=AT)
    with pytest.raises(Refused, match="ended"):
        verbs.wish_public(by=talk.side(1), is_public=True, at=AT)
