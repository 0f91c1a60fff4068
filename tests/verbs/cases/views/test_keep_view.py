"""Keeping a list: for oneself alone, codes only, a name once, not too many."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from yimen.cases.models import View
from yimen.cases.verbs import keep_view
from yimen.cases.verbs.views.keep_view import CALLED_SO, MOST_VIEWS, TOO_MANY
from yimen.cases.views.queries import forget_views, views_of
from yimen.journal.models import Entry
from yimen.kernel.text import EMPTY
from yimen.kernel.verdict import Refused
from yimen.people.models import Staff
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db
LAMPS = {"list": "due", "category": make.LAMP, "place": "KS01"}


def keep(by: Acting, called: str = "My lamps", asked: dict[str, str] | None = None) -> int:
    return keep_view(by=by, called=called, asked=LAMPS if asked is None else asked, at=make.MONDAY)


def views(by: Acting) -> list[tuple[str, str]]:
    """What somebody keeps: names and codes."""
    return [(view.called, view.asked) for view in views_of(by.staff_id, make.town().editions.get("views", 0))]


def test_a_list_is_kept_for_its_owner_alone() -> None:
    me = make.handler()
    assert views(me) == []
    pk = keep(me, "  My lamps ")
    assert views(me) == [("My lamps", "list=due&category=urban.lighting&place=KS01")]
    assert views(make.handler("housing")) == views(make.supervisor("urban")) == []
    entry = Entry.objects.get(code="view.kept")
    assert (entry.subject, entry.by, entry.facts) == (f"view:{pk}", me.ref, {})


def test_only_codes_get_into_it() -> None:
    me = make.handler()
    keep(me, asked=LAMPS | {"place": "Tashi from the bridge", "name": "Tashi", "after": "2026-03-02.7", "state": ""})
    assert views(me) == [("My lamps", "list=due&category=urban.lighting")]


def test_a_view_becomes_the_list_it_stands_for() -> None:
    me, town = make.handler(), make.town()
    keep(me, asked=LAMPS | {"received_from": "2026-03-01", "due_until": "never", "category": "gone"})
    (view,) = views_of(me.staff_id, make.town().editions["views"])
    wanted = view.wanted(town)
    assert (wanted.which, wanted.category, wanted.area) == ("due", None, town.places.by_code["KS01"].id)
    assert (str(wanted.received_from), wanted.due_until) == ("2026-03-01", None)


@pytest.mark.parametrize("called", ["", "  ", "\u200b"])
def test_it_needs_a_name(called: str) -> None:
    with pytest.raises(Refused, match=EMPTY):
        keep(make.handler(), called)
    with pytest.raises(Refused, match="longer than"):
        keep(make.handler(), "x" * 41)


def test_a_name_is_given_once_and_somebody_else_may_have_it_too() -> None:
    keep(make.handler())
    keep(make.clerk())
    with pytest.raises(Refused, match=CALLED_SO):
        keep(make.handler(), "My lamps", {"list": "all"})
    assert Entry.objects.filter(code="view.kept").count() == 2


def test_of_two_who_give_a_name_at_the_same_moment_the_table_takes_one() -> None:
    """view_called_once"""
    keep(make.handler())
    row = View.objects.values("staff_id", "called").get()
    with pytest.raises(IntegrityError), transaction.atomic():
        View.objects.create(**row, asked="list=all")


def test_there_are_not_so_many_that_nobody_reads_them() -> None:
    for number in range(MOST_VIEWS):
        keep(make.handler(), f"List {number}")
    with pytest.raises(Refused) as refused:
        keep(make.handler())
    assert refused.value.verdict.reason == TOO_MANY


@pytest.mark.parametrize("who", [make.administrator, make.mediator, make.area_lead])
def test_whoever_has_no_lists_keeps_none(who: object) -> None:
    with pytest.raises(Refused):
        keep(who())  # type: ignore[operator]
    assert not View.objects.exists()


def test_the_lists_of_whoever_works_here_no_more_are_forgotten() -> None:
    keep(make.handler())
    keep(make.clerk())
    Staff.objects.filter(pk=make.handler().staff_id).update(is_active=False)
    assert (forget_views(make.MONDAY), forget_views(make.MONDAY)) == (1, 0)
    assert View.objects.get().staff_id == make.clerk().staff_id
