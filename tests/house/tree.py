"""The tree of the house as the guards walk it: files, and what their syntax says. No guard reads the code as text."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
YIMEN = ROOT / "yimen"
SURFACES = ("public", "desk", "console")


def own_files(*suffixes: str) -> list[Path]:
    """All files that are in the repository or would be added to it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    found = {ROOT / name for name in names if name} or {p for p in ROOT.rglob("*") if ".venv" not in p.parts}
    return sorted(p for p in found if p.is_file() and (not suffixes or p.suffix in suffixes))


def modules(*below: str) -> list[Path]:
    """The Python files of the product (or of these of its folders), without the migrations that Django writes."""
    return [
        path
        for path in own_files(".py")
        if YIMEN in path.parents
        and "migrations" not in path.parts
        and (not below or path.relative_to(YIMEN).parts[0] in below)
    ]


def is_of_tables(path: Path) -> bool:
    """Does this file hold an app's tables: ``models.py``, or a part of the folder ``models/``?"""
    return "models" in path.relative_to(YIMEN).with_suffix("").parts[1:]


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """A path as people say it: from the root of the repository."""
    return path.relative_to(ROOT).as_posix() if path.is_absolute() else path.as_posix()


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last word of what is called: ``Case.objects.create(…)`` is "create"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every imported module or name in full, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    yield from (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def first_words(tree: ast.AST, *called: str) -> dict[str, int]:
    """The first text given to each call of these functions, with its line: the codes of letters and of the journal.

    A text may stand as ``"case.closed"``, as both sides of ``"a" if … else "b"``, or as a constant of the same file.
    """
    constants = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found: dict[str, int] = {}
    for word, call in calls(tree):
        if word in called:
            values = [constants.get(a.id, a) if isinstance(a, ast.Name) else a for a in call.args]
            texts = [t for value in values for t in ast.walk(value) if isinstance(t, ast.Constant)]
            codes = [t.value for t in texts if isinstance(t.value, str) and t.value]
            found |= dict.fromkeys(codes, call.lineno)
    return found
