"""Every look is seen by the resident, and none can be taken back."""

import ast
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.models import ProtectedError

import yimen
from tests import make
from tests.make import MONDAY
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import in_lines, looks_of, note_look
from yimen.privacy.models import Look

pytestmark = pytest.mark.django_db


def looked(subject: str = "case:1", purpose: str = "sort", hours: int = 0) -> None:
    note_look(subject=subject, acting=make.clerk(), purpose=purpose, at=MONDAY + timedelta(hours=hours))


def test_the_resident_sees_when_which_office_in_which_role_and_why() -> None:
    looked()
    clerk = make.clerk()
    (look,) = looks_of("case:1")
    assert (look.at, look.role, look.purpose) == (MONDAY, "clerk", "sort")
    assert look.words == "to send it to the right office"
    assert look.office_id == clerk.office_id
    assert look.office_names == make.town().offices.by_id[clerk.office_id].names
    assert not looks_of("case:2").rows


def test_a_look_is_one_insert_and_reading_them_one_statement(sql: Callable[..., Any]) -> None:
    clerk = make.clerk()
    with sql(at_most=1) as statements:
        note_look(subject="case:1", acting=clerk, purpose="help", at=MONDAY)
    assert statements[0].startswith("INSERT")
    looked()
    with sql(at_most=1):
        assert len(looks_of("case:1")) == 2


def test_for_a_purpose_of_another_role_nothing_opens_and_nothing_is_written() -> None:
    for acting, purpose in (
        (make.clerk(), "supervise"),
        (make.clerk(), ""),
        (make.administrator(), "handle"),
        (make.mediator(), "handle"),
        (make.area_lead(), "handle"),
    ):
        with pytest.raises(Refused):
            note_look(subject="case:1", acting=acting, purpose=purpose, at=MONDAY)
    assert not Look.objects.exists()


def test_the_newest_come_first_and_the_older_ones_can_all_be_reached() -> None:
    for hours in range(7):
        looked(hours=hours)
    first = looks_of("case:1", most=3)
    second = looks_of("case:1", most=3, before=first.rows[-1].id)
    third = looks_of("case:1", most=3, before=second.rows[-1].id)
    assert [look.at for page in (first, second, third) for look in page] == [
        MONDAY + timedelta(hours=hours) for hours in reversed(range(7))
    ]
    assert [page.more for page in (first, second, third)] == [4, 1, 0]


def test_no_look_can_be_changed_or_taken_back() -> None:
    looked()
    look = Look.objects.get()
    for attempt in (
        lambda: Look.objects.all().delete(),
        lambda: Look.objects.filter(pk=look.pk).update(purpose="help"),
        lambda: Look.objects.update(purpose="help"),
        lambda: Look.objects.bulk_update([look], ["purpose"]),
        lambda: Look.objects.update_or_create(pk=look.pk, defaults={"purpose": "help"}),
        look.delete,
        look.save,
        lambda: look.save(update_fields=["purpose"]),
    ):
        with pytest.raises(TypeError, match="never"), transaction.atomic():
            attempt()
    assert Look.objects.get().purpose == "sort"


def _mentions(tree: ast.AST, name: str) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id == name) or (isinstance(node, ast.alias) and node.name == name)
        for node in ast.walk(tree)
    )


def test_only_one_module_writes_looks_and_it_only_adds() -> None:
    root = Path(yimen.__path__[0])
    users = [
        path
        for path in root.rglob("*.py")
        if "migrations" not in path.parts and _mentions(ast.parse(path.read_text("utf-8")), "Look")
    ]
    assert [str(path.relative_to(root)) for path in users] == ["privacy/looks.py"]
    tree = ast.parse(users[0].read_text("utf-8"))
    calls = {n.func.attr for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
    assert "create" in calls
    assert not calls & {"update", "delete", "save", "bulk_update", "raw", "execute", "cursor"}  # bulk_create only adds


def test_posts_and_offices_that_looked_cannot_be_removed_from_under_it() -> None:
    looked()
    look = Look.objects.select_related("post", "office").get()
    for looking in (look.post, look.office):
        with pytest.raises(ProtectedError), transaction.atomic():
            looking.delete()


def test_one_line_holds_the_same_office_role_and_purpose_within_one_hour_and_nothing_is_lost() -> None:
    for minutes, acting, purpose in (
        (0, make.handler(), "handle"),
        (61, make.handler(), "handle"),
        (70, make.handler(), "answer_question"),
        (80, make.clerk(), "sort"),
        (121, make.handler(), "handle"),  # an hour after the second, whatever came between
    ):
        note_look(subject="case:1", acting=acting, purpose=purpose, at=MONDAY + timedelta(minutes=minutes))
    lines = [[int((look.at - MONDAY).total_seconds()) // 60 for look in line] for line in in_lines(looks_of("case:1"))]
    assert lines == [[121, 61], [80], [70], [0]]
