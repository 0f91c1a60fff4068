"""The promises: no field, form, address, column or parameter for what this product must never know."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest
from django import forms
from django.apps import apps

from tests.house.addresses import patterns
from tests.house.banned import PERSON_KEYS, banned_in
from tests.house.tree import ROOT, YIMEN, functions, modules, name, own_files, parsed
from yimen.people.rules import Role

#: Forms of the desk that write down what somebody at the counter says of themselves. None finds anybody by it.
#: ``TakingIn`` is the clerk's form at the counter, ``WritingDown`` the same beside a letter on paper; ``Enrolling``
#: writes down who starts to work at the desk; ``CallBackWish`` the number of a caller who wants to be called back,
#: ``Deciding`` one that was spoken in a message.
MAY_ASK_A_PERSON: frozenset[str] = frozenset({"Enrolling", "TakingIn", "WritingDown", "CallBackWish", "Deciding"})


def broken(names: Iterable[tuple[str, str]]) -> list[str]:
    """The names, each with where it stands, that break a promise."""
    return [f"{where}: {given} ({word})" for where, given in names if (word := banned_in(given))]


def names_in(tree: ast.AST) -> Iterator[str]:
    """What functions, classes, parameters, attributes, keywords, keys and enumerated values are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg) or (isinstance(node, ast.keyword) and node.arg):
            yield str(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        else:
            yield from (text for text in _keys(node) if _A_NAME.fullmatch(text))


_A_NAME = re.compile(r"[^\W\d][\w-]{0,60}")


def _keys(node: ast.AST) -> Iterator[str]:
    """Texts by which something is kept or found: ``{"hukou": …}``, ``row["hukou"]``, ``row.get("hukou")``, codes."""
    found: list[ast.AST | None] = []
    if isinstance(node, ast.Dict):
        found = [*node.keys, *node.values]
    elif isinstance(node, ast.Subscript):
        found = [node.slice]
    elif isinstance(node, ast.Call):
        found = list(node.args)
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        found = list(node.elts)
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        found = [node.value]
    yield from (n.value for n in found if isinstance(n, ast.Constant) and isinstance(n.value, str))


def asked_of_an_address(tree: ast.AST) -> Iterator[str]:
    """The keys that a page reads from an address: ``request.GET["q"]``, ``request.GET.get("q")``."""
    for node in ast.walk(tree):
        holder = node.value if isinstance(node, ast.Subscript) else None
        key = node.slice if isinstance(node, ast.Subscript) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            holder, key = node.func.value, node.args[0]
        if isinstance(holder, ast.Attribute) and holder.attr == "GET" and isinstance(key, ast.Constant):
            yield str(key.value)


def all_forms() -> list[type[Any]]:
    """Every form of the product."""
    for path in modules("public", "desk"):
        if path.stem != "apps":
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    found: list[type[Any]] = []
    waiting: list[type[Any]] = [forms.BaseForm]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [f for f in below if f.__module__.startswith("yimen.")]
    return found


def test_no_table_has_a_column_for_it() -> None:
    models = [m for m in apps.get_models() if m.__module__.startswith("yimen.")]
    assert broken((m._meta.label, f.name) for m in models for f in m._meta.get_fields()) == []


def names_of_inputs(template: str) -> Iterator[str]:
    """What a page's own inputs are called, those that no form class knows."""
    yield from re.findall(r"""\bname=["']([^"'{%]+)["']""", template)


def test_no_page_asks_for_it() -> None:
    templates = [(name(p), p.read_text(encoding="utf-8")) for p in own_files(".html")]
    assert len(templates) > 50
    assert broken((where, key) for where, page in templates for key in names_of_inputs(page)) == []
    desk = [(where, key) for where, page in templates if "/desk/" in where for key in names_of_inputs(page)]
    assert [where for where, key in desk if key in PERSON_KEYS] == []


def test_no_form_asks_for_it() -> None:
    asked = [(f"{f.__module__}.{f.__name__}", field) for f in all_forms() for field in getattr(f, "base_fields", {})]
    assert broken(asked) == []


def test_no_address_carries_it() -> None:
    carried = [(route, key) for route, _, view in patterns() for key in (route, *view.pattern.converters)]
    assert broken(carried) == []


def test_nothing_in_the_code_is_called_so() -> None:
    read = [p for p in modules() if p != YIMEN / "routing" / "promises.py"]  # the list of what no category may be
    assert broken((name(p), given) for p in read for given in names_in(parsed(p))) == []


def test_no_post_is_for_it() -> None:
    assert broken(("Role", role.value) for role in Role) == []


def test_no_pack_has_a_column_or_a_category_for_it() -> None:
    packs = [p for p in own_files(".csv", ".toml") if ROOT / "packs" in p.parents]
    columns: list[tuple[str, str]] = []
    for path in packs:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".toml":
            columns += [(name(path), key) for key in tomllib.loads(text)]
            continue
        head, *rows = csv.reader(text.splitlines())
        columns += [(name(path), column) for column in head]
        if path.stem == "categories":  # another door may be the police's; a matter of our own may not
            door = head.index("door")
            columns += [(name(path), cell) for row in rows if not row[door] for cell in row]
    assert broken(columns) == []


def test_staff_find_matters_never_residents() -> None:
    """No address of the desk is asked with a name, a telephone or an e-mail address."""
    desk = [p for p in modules("desk") if p.relative_to(YIMEN).parts[0] == "desk"]
    asked = [(name(p), key) for p in desk for key in asked_of_an_address(parsed(p))]
    ours = [f for f in all_forms() if ".desk." in f.__module__ and f.__name__ not in MAY_ASK_A_PERSON]
    filters = [(f.__name__, key) for f in ours for key in getattr(f, "base_fields", {})]
    carried = [
        (route, key) for route, _, view in patterns() if route.startswith("desk/") for key in view.pattern.converters
    ]
    assert [where for where, key in (*asked, *filters, *carried) if key.lower() in PERSON_KEYS] == []


@pytest.mark.parametrize(
    "given",
    "ethnicity residentEthnicity religion_code id_card idCardNo identity_number hukou_type minzu zongjiao sfzh"
    " face_id fingerprint camera_feed patrol_log police_role risk_score score repeat_petitioner is_repeat_petitioner"
    " 民族 身份证号 重点人员 party_member travel_history plate_number watchlist find_residents_by_phone"
    " cases_of_person".split(),
)
def test_the_guard_bites(given: str) -> None:
    assert banned_in(given)


@pytest.mark.parametrize(
    "given",
    "surface interface party parties camel_case place_path identity idle number_of_cases telephone office_card"
    " follow_up rating policy traveller_help track template faced underscore id card_title stable rank_news".split(),
)
def test_the_guard_does_not_bite_what_is_meant_well(given: str) -> None:
    assert not banned_in(given)


def test_the_walks_see_what_they_must() -> None:
    assert "hukou" in set(names_in(ast.parse("def submit(*, hukou): ...")))
    assert "hukou" in set(names_in(ast.parse("class Case:\n    hukou = CharField()")))
    assert "hukou" in set(names_in(ast.parse("record('x', hukou=1)")))
    for line in (
        "said = {'hukou': 1}", "said['hukou']", "said.get('hukou')", "self.hukou = 1", "for hukou in x: ...",
        "a, hukou = x", "self.fields['hukou'] = f", "columns = ['hukou']", "KIND = 'hukou'", "(hukou := 1)",
    ):  # fmt: skip
        assert "hukou" in set(names_in(ast.parse(line))), line
    assert list(names_of_inputs('<input name="id_card"><input name="{{ field }}">')) == ["id_card"]
    assert set(asked_of_an_address(ast.parse("request.GET['phone']; request.GET.get('name')"))) == {"phone", "name"}
    assert len(list(functions(ast.parse("def a(): ...")))) == 1
