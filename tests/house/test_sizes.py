"""Sizes that keep it readable. No file is excused, except the migrations that Django writes."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, functions, modules, name, own_files

LONGEST_FILE, LONGEST_FUNCTION, FULLEST_FOLDER, LONGEST_COMMAND, LONGEST_TEMPLATE, LONGEST_SETTINGS = (
    250, 40, 15, 40, 120, 200,
)  # fmt: skip


def too_long(path: str, source: str) -> Iterator[str]:
    """A file of Python that is too long, or a function in it."""
    most = LONGEST_SETTINGS if path.endswith("settings.py") else LONGEST_FILE
    if (lines := source.count("\n")) > most:
        yield f"{path} has {lines} lines; {most} are allowed"
    for function in functions(ast.parse(source)):
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > LONGEST_FUNCTION:
            yield f"{path}:{function.lineno} {function.name} has {length} lines; {LONGEST_FUNCTION} are allowed"


def too_full(paths: list[str]) -> Iterator[str]:
    """A folder with too many files of Python: it hides two ideas."""
    for folder, number in Counter(str(Path(p).parent) for p in paths if not p.endswith("__init__.py")).items():
        if number > FULLEST_FOLDER:
            yield f"{folder} has {number} files; {FULLEST_FOLDER} are allowed"


def test_no_file_and_no_function_is_too_long() -> None:
    ours = [p for p in own_files(".py") if "migrations" not in p.parts]
    assert [line for p in ours for line in too_long(name(p), p.read_text(encoding="utf-8"))] == []


def test_no_folder_is_too_full() -> None:
    assert list(too_full([name(p) for p in modules()])) == []


def test_commands_and_templates_are_short() -> None:
    commands = [p for p in own_files() if p.parent in {ROOT / "bin", ROOT / ".ci"}]
    pages = [p for p in own_files(".html") if "templates" in p.parts]
    long = [(p, LONGEST_COMMAND) for p in commands] + [(p, LONGEST_TEMPLATE) for p in pages]
    assert [name(p) for p, most in long if p.read_text(encoding="utf-8").count("\n") > most] == []


def test_the_guard_bites() -> None:
    assert list(too_long("a.py", "\n" * 251)) == ["a.py has 251 lines; 250 are allowed"]
    assert list(too_long("settings.py", "\n" * 201))
    assert list(too_long("a.py", "def long():\n" + "    pass\n" * 40))
    assert not list(too_long("a.py", "def fits():\n" + "    pass\n" * 39))
    assert list(too_full([f"a/{n}.py" for n in range(16)])) == ["a has 16 files; 15 are allowed"]
