"""Only the door of mediators asks for the town's own copy of the keys, and only mediation's queries make insiders."""

import ast
from pathlib import Path

from tests.house.tree import YIMEN, calls, imports, modules, name, parsed

MEDIATION = YIMEN / "mediation"
CUSTODY = "yimen.mediation.rooms.custody"
OPENS, SEALS = f"{CUSTODY}.ring_of_custody", f"{CUSTODY}.for_custody"
#: Who is let in is decided in these files.
DOORS = {f"yimen/mediation/queries/{door}.py" for door in ("sides", "companions", "mediators")}
INSIDERS = {"SideIn", "BesideIn", "Invited", "MediatorIn", "NamedIn", "HeadIn"}


def opening(paths: list[Path]) -> set[str]:
    """The files that ask for the town's own keys, or for the whole module."""
    return {name(p) for p in paths for found, _ in imports(parsed(p)) if found in {OPENS, CUSTODY, f"{CUSTODY}.*"}}


def making(tree: ast.AST) -> set[str]:
    """The insiders that this file makes."""
    return {called for called, _ in calls(tree)} & INSIDERS


def test_only_the_door_of_mediators_asks_for_the_towns_own_keys() -> None:
    assert opening(modules()) == {"yimen/mediation/queries/mediators.py"}
    wrapping = {name(p) for p in modules() for found, _ in imports(parsed(p)) if found == SEALS}
    assert wrapping == {"yimen/mediation/coming.py"}


def test_nobody_is_let_in_but_by_a_door() -> None:
    assert {name(p) for p in modules("mediation") if making(parsed(p))} == DOORS
    elsewhere = [p for p in modules() if MEDIATION not in p.parents]
    inside = "yimen.mediation.rooms.inside."
    taken = {name(p) for p in elsewhere for found, _ in imports(parsed(p)) if found.startswith(inside)}
    assert not {p for p in taken if making(parsed(YIMEN.parent / p))}


def test_the_doors_that_codes_open_do_not_know_that_there_is_custody() -> None:
    for door in ("sides.py", "companions.py"):
        assert "custody" not in (MEDIATION / "queries" / door).read_text(encoding="utf-8")


def test_the_guards_bite() -> None:
    assert making(ast.parse("reader = MediatorIn(row, acting, ring)")) == {"MediatorIn"}
    bad = [found for found, _ in imports(ast.parse(f"from {CUSTODY} import ring_of_custody"))]
    assert OPENS in bad
