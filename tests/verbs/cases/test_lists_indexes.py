"""Each list is found along an index that has all a list is narrowed by: so it costs the same at a million cases."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.verbs.cases.listed import TODAY, asked
from yimen.cases.lists import COUNTED, Asked, Which, countable, lists_of, worklist
from yimen.cases.lists.standing import near
from yimen.cases.queries import visible_among, visible_to
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db


def plan(each: Asked) -> str:
    """How SQLite would look for this page."""
    said: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 – Django's own
        said.append((text, params))
        return execute(text, params, many, context)

    near(each.today, each.town)  # the calendar is in memory
    with connection.execute_wrapper(note):
        worklist(each)
    ((text, params),) = said
    return explained(text, params)


def explained(text: str, params: Any) -> str:  # noqa: ANN401 – as the database takes them
    """How SQLite would do this."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {text}", params)
        return "\n".join(row[3] for row in cursor.fetchall())


FILTERS = {"state": "closed", "kind": "help", "channel": "web", "received_from": TODAY}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
@pytest.mark.parametrize(
    ("who", "which", "narrowed", "index"),
    [
        (make.handler, Which.MINE, {}, "case_my_turn"),
        (make.clerk, Which.UNROUTED, {}, "case_my_turn"),
        (make.handler, Which.OVERDUE, {}, "case_due"),
        (make.handler, Which.SOON, FILTERS, "case_due"),
        (make.handler, Which.WAITING, {}, "case_due"),
        (make.handler, Which.RETURNED, {}, "case_returned"),
        (make.handler, Which.DUE, FILTERS, "case_due"),
        (make.handler, Which.ALL, {}, "case_of_office"),
        (make.handler, Which.ALL, FILTERS, "case_of_office"),
        (make.handler, Which.ALL, {"due_until": TODAY}, "case_of_office"),
        (make.supervisor, Which.MINE, {}, "case_my_turn"),
        (make.supervisor, Which.UNROUTED, {}, "case_my_turn"),
        (make.supervisor, Which.OVERDUE, {}, "case_due_in_town"),
        (make.supervisor, Which.SOON, FILTERS, "case_due_in_town"),
        (make.supervisor, Which.RETURNED, {}, "case_returned"),
        (make.supervisor, Which.TIME, {}, "case_asks_time"),
        (make.supervisor, Which.DUE, {}, "case_due_in_town"),
        (make.supervisor, Which.ALL, {}, "case_in_town"),
        (make.supervisor, Which.ALL, FILTERS, "case_in_town"),
        (lambda: make.supervisor("urban"), Which.OVERDUE, {}, "case_due"),
        (lambda: make.supervisor("urban"), Which.ALL, {}, "case_of_office"),
        (lambda: make.supervisor("urban"), Which.ALL, {"state": "closed"}, "case_of_office"),
    ],
)
def test_each_list_is_read_along_an_index_that_has_all_its_filters(
    who: Callable[[], Acting], which: Which, narrowed: dict[str, Any], index: str
) -> None:
    acting = who()
    for each in (asked(acting, which, **narrowed), asked(acting, which, after=_key(which), **narrowed)):
        found = plan(each)
        assert f"COVERING INDEX {index} " in f"{found} ".replace("\n", " \n"), found


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
@pytest.mark.parametrize("who", [make.handler, lambda: make.supervisor("urban"), make.supervisor])
def test_what_one_office_has_is_in_order_already(who: Callable[[], Acting]) -> None:
    """A department with eighty thousand cases had them all put in order for twenty."""
    every: list[dict[str, Any]] = [{}, FILTERS]
    for narrowed in every:
        inner = [line for line in plan(asked(who(), Which.ALL, **narrowed)).split("\n") if "ORDER BY" in line]
        assert len(inner) == 1, "the twenty of the page, and nothing else"


def _key(which: Which) -> str:
    return "20260302T010203000004.7" if which is Which.ALL else "2026-03-02.7"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
@pytest.mark.parametrize("who", [make.clerk, make.handler, make.supervisor, lambda: make.supervisor("urban")])
def test_each_list_is_counted_in_an_index_and_nothing_is_put_in_order(who: Callable[[], Acting]) -> None:
    acting, town = who(), make.town()
    for which in lists_of(acting, town):
        rows = countable(asked(acting, which))
        assert rows is not None
        found = explained(*rows.order_by().values("pk")[:COUNTED].query.sql_with_params())
        assert "COVERING INDEX" in found
        for small in ("case_returned", "case_asks_time"):
            found = found.replace(f"SCAN cases_case USING COVERING INDEX {small}", "")
        assert "SCAN" not in found, which
        assert "TEMP B-TREE" not in found


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
@pytest.mark.parametrize("who", [make.handler, make.clerk, make.supervisor])
def test_what_was_found_is_read_by_its_numbers_however_much_the_office_has(who: Callable[[], Acting]) -> None:
    said = visible_among([7, 8], who(), make.town()).order_by("-pk").explain()
    assert "SEARCH cases_case USING INTEGER PRIMARY KEY (rowid=?)" in said


def test_what_is_visible_among_some_is_what_is_visible() -> None:
    pks = [make.case().pk, make.case(longitude=102.915, latitude=34.905).pk, make.case().pk, 10**9]
    for name in ("urban-handler", "housing-handler", "urban-supervisor", "town-office-supervisor", "justice-mediator"):
        by, town = make.posted(name), make.town()
        among = set(visible_among(pks[1:], by, town).values_list("pk", flat=True))
        assert among == set(visible_to(by, town).filter(pk__in=pks[1:]).values_list("pk", flat=True))
        assert bool(among) is (name in {"urban-handler", "urban-supervisor", "town-office-supervisor"})
