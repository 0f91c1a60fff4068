"""The lists of the desk: what stands in them for whom, and that each is read along an index of its own."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests import make
from yimen.cases.queries import visible_to
from yimen.cases.worklists import Wanted, Which, worklist
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db


def plan(acting: Acting, wanted: Wanted) -> str:
    """How SQLite would look for this page."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 – Django's own
        asked.append((text, params))
        return execute(text, params, many, context)

    town = make.town()
    with connection.execute_wrapper(note):
        worklist(acting, wanted, town)
    ((text, params),) = asked
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {text}", params)
        return "\n".join(row[3] for row in cursor.fetchall())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
@pytest.mark.parametrize(
    ("who", "which", "narrowed", "index"),
    [
        (make.handler, Which.MINE, {}, "case_my_turn"),
        (make.handler, Which.DUE, {}, "case_due"),
        (make.handler, Which.ALL, {}, "case_of_office"),
        (make.handler, Which.ALL, {"state": "closed", "kind": "help", "channel": "web"}, "case_of_office"),
        (make.supervisor, Which.MINE, {}, "case_my_turn"),
        (make.supervisor, Which.DUE, {}, "case_due_in_town"),
        (make.supervisor, Which.ALL, {"state": "closed", "language": "bo", "channel": "web"}, "case_in_town"),
        (lambda: make.supervisor("urban"), Which.ALL, {}, "case_in_town"),
        (lambda: make.supervisor("urban"), Which.ALL, {"state": "closed"}, "case_of_office"),
    ],
)
def test_each_list_is_read_along_an_index_that_has_all_its_filters(
    who: Callable[[], Acting], which: Which, narrowed: dict[str, str], index: str
) -> None:
    found = plan(who(), Wanted(which, **narrowed))  # type: ignore[arg-type]
    assert f"COVERING INDEX {index} " in f"{found} ".replace("\n", " \n"), found


@pytest.mark.parametrize("narrowed", [{}, {"state": "received"}])
@pytest.mark.parametrize("who", [make.clerk, make.handler, make.supervisor, make.administrator, make.mediator])
def test_a_list_shows_nothing_that_its_post_may_not_open(who: Callable[[], Acting], narrowed: dict[str, str]) -> None:
    for one in (make.case, make.open_case, make.objected_case, make.closed_case):
        one()
    make.case(accused_office="KS-urban")
    acting, town = who(), make.town()
    may_open = set(visible_to(acting, town).values_list("pk", flat=True))
    for which in Which:
        shown = {case.pk for case in worklist(acting, Wanted(which, **narrowed), town).cases}  # type: ignore[arg-type]
        assert shown <= may_open
        if which is Which.ALL and not narrowed:
            assert shown == may_open
