"""Removing a list: one's own, once."""

import pytest

from tests import make
from yimen.cases.models import View
from yimen.cases.verbs import keep_view, remove_view
from yimen.cases.verbs.views.remove_view import NO_VIEW
from yimen.cases.views.queries import views_of
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_it_goes_and_the_second_time_it_is_not_there() -> None:
    me = make.handler()
    pk = keep_view(by=me, called="My lamps", asked={"list": "due"}, at=make.MONDAY)
    assert views_of(me.staff_id, make.town().editions["views"])
    remove_view(by=me, view_id=pk, at=make.LATER)
    assert not views_of(me.staff_id, make.town().editions["views"])
    with pytest.raises(Refused, match=NO_VIEW):
        remove_view(by=me, view_id=pk, at=make.LATER)
    assert Entry.objects.get(code="view.removed").subject == f"view:{pk}"


def test_nobody_removes_somebody_elses() -> None:
    pk = keep_view(by=make.handler(), called="My lamps", asked={"list": "due"}, at=make.MONDAY)
    for other in (make.clerk(), make.supervisor("urban")):
        with pytest.raises(Refused, match=NO_VIEW):
            remove_view(by=other, view_id=pk, at=make.LATER)
    assert View.objects.count() == 1
