"""Surfaces never write, and only surfaces know the web."""

import ast
import tomllib
from collections.abc import Iterator

from tests.house.tree import ROOT, SURFACES, YIMEN, calls, imports, is_of_tables, modules, name, parsed

#: What writes, whoever is asked to; and what writes when a table is asked.
ALWAYS = {
    "save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "change", "raw", "cursor",
    "execute", "executemany", "acreate", "asave", "aupdate", "adelete",
}  # fmt: skip
OF_TABLES = {"update", "delete"}
ROWS = {"objects", "filter", "exclude", "all", "get", "_meta"}

WEB = ("django.http", "django.shortcuts", "django.views", "django.forms", "django.middleware", "django.template",
       "django.urls", "django.contrib.messages", "django_htmx", "whitenoise", "allauth")  # fmt: skip
MAY_KNOW_THE_WEB = {*SURFACES, "settings.py", "urls.py", "wsgi.py"}


def writes(tree: ast.AST) -> Iterator[str]:
    """Every call that would write to the database. (A picture that is saved into a file is no row.)"""
    for word, call in calls(tree):
        if not isinstance(call.func, ast.Attribute):
            continue
        asked = {n.attr for n in ast.walk(call.func) if isinstance(n, ast.Attribute)} - {word}
        of_table = word in OF_TABLES and (asked & ROWS or (call.keywords and not call.args))
        if of_table or (word in ALWAYS and not (word == "save" and call.args)):
            yield f"line {call.lineno}: .{word}("


def knows_the_web(tree: ast.AST) -> Iterator[str]:
    """Every import of what belongs to pages."""
    for imported, line in imports(tree):
        if any(imported == web or imported.startswith(f"{web}.") for web in WEB):
            yield f"line {line}: {imported}"


def test_surfaces_never_write() -> None:
    assert [f"{name(p)} {found}" for p in modules(*SURFACES) for found in writes(parsed(p))] == []


def test_only_surfaces_know_the_web() -> None:
    below = [p for p in modules() if p.relative_to(YIMEN).parts[0] not in MAY_KNOW_THE_WEB]
    assert [f"{name(p)} {found}" for p in below for found in knows_the_web(parsed(p))] == []


def test_every_apps_tables_are_protected() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    protected = {module for c in contracts for module in c.get("protected_modules", ())}
    with_tables = {f"yimen.{p.relative_to(YIMEN).parts[0]}.models" for p in modules() if is_of_tables(p)}
    assert with_tables - {"yimen.kernel.models"} == protected  # the kernel is everybody's ground


#: Who holds which post is kept in memory by edition: whatever writes these tables raises it (adr/0005).
HELD = {"Appointment", "Post", "Office"}
WRITING = {"create", "update", "save", "delete", "bulk_create", "bulk_update", "update_or_create", "change"}


def keeps_quiet(tree: ast.Module) -> bool:
    """Does this file write who holds what without telling the other processes?"""
    called = {word for word, _ in calls(tree)}
    its_tables = {full.rpartition(".")[2] for full, _ in imports(tree) if full.startswith("yimen.people.models.")}
    releases = any(k.arg == "is_active" for word, call in calls(tree) if word in WRITING for k in call.keywords)
    writes = called & WRITING and (its_tables & HELD or releases)
    return bool(writes) and "new_edition" not in called


def test_whoever_changes_who_holds_a_post_tells_every_process() -> None:
    # These ask where somebody sits, and write how they sign in.
    reads_only = {f"yimen/people/verbs/{verb}.py" for verb in ("name_subject", "give_password", "end_sign_ins")}
    reads_only.add("yimen/people/steps.py")
    assert {name(p) for p in modules("people") if not is_of_tables(p) and keeps_quiet(parsed(p))} == reads_only


def test_the_guards_bite() -> None:
    for line in (
        "Case.objects.create(words='')", "case.save()", "Case.objects.filter(pk=1).update(state='closed')",
        "Case.objects.filter(pk=1).delete()", "Case.objects.change(case, state='x')", "connection.cursor()",
        "rows.update(state='closed')",
    ):  # fmt: skip
        assert list(writes(ast.parse(line))), line
    for line in ("words.update(more)", "image.save(out)", "hashed.update(b'')", "close_case(by=by, case=case, at=at)"):
        assert not list(writes(ast.parse(line))), line
    assert list(knows_the_web(ast.parse("from django.http import HttpRequest")))
    assert list(knows_the_web(ast.parse("import django.forms")))
    assert not list(knows_the_web(ast.parse("from django.db import models")))
    assert keeps_quiet(ast.parse("from yimen.people.models import Post\nPost.objects.update(role='')"))
    assert keeps_quiet(ast.parse("from yimen.people.models import Staff\nStaff.objects.update(is_active=False)"))
