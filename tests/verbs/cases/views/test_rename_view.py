"""Giving a list another name: one's own, one that is free."""

import pytest

from tests import make
from yimen.cases.models import View
from yimen.cases.verbs import keep_view, rename_view
from yimen.cases.verbs.views.keep_view import CALLED_SO
from yimen.cases.verbs.views.remove_view import NO_VIEW
from yimen.cases.views.queries import views_of
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def kept(called: str = "My lamps") -> int:
    return keep_view(by=make.handler(), called=called, asked={"list": "due"}, at=make.MONDAY)


def test_it_has_another_name_and_holds_the_same() -> None:
    pk = kept()
    views_of(make.handler().staff_id, make.town().editions["views"])
    rename_view(by=make.handler(), view_id=pk, called="Lamps in Nawu", at=make.LATER)
    (view,) = views_of(make.handler().staff_id, make.town().editions["views"])
    assert (view.called, view.asked) == ("Lamps in Nawu", "list=due")
    assert Entry.objects.get(code="view.renamed").subject == f"view:{pk}"


def test_a_name_that_is_taken_is_refused_and_nothing_changes() -> None:
    pk, _ = kept(), kept("Roads")
    with pytest.raises(Refused, match=CALLED_SO):
        rename_view(by=make.handler(), view_id=pk, called="Roads", at=make.LATER)
    assert View.objects.get(pk=pk).called == "My lamps"


def test_somebody_elses_is_not_there() -> None:
    pk = kept()
    for number in (pk, pk + 1):
        with pytest.raises(Refused, match=NO_VIEW):
            rename_view(by=make.clerk(), view_id=number, called="Mine", at=make.LATER)
    assert View.objects.get().called == "My lamps"
    assert not Entry.objects.filter(code="view.renamed").exists()
