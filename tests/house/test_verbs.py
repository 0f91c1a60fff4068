"""Every verb is written the same way, and has its test."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, YIMEN, calls, functions, is_of_tables, modules, name, parsed

Function = ast.FunctionDef | ast.AsyncFunctionDef


def verb_files() -> list[Path]:
    """One file a verb."""
    return [p for p in modules() if p.relative_to(YIMEN).parts[1:2] == ("verbs",) and p.name != "__init__.py"]


def verbs_in(tree: ast.Module) -> list[Function]:
    """The public functions that somebody does: those that say ``by`` whom."""
    public = [n for n in tree.body if isinstance(n, Function) and not n.name.startswith("_")]
    return [f for f in public if "by" in {a.arg for a in [*f.args.args, *f.args.kwonlyargs]}]


def faults(path: str, tree: ast.Module) -> Iterator[str]:
    """What is not as a verb should be."""
    found = verbs_in(tree)
    stem = Path(path).stem
    if not any(verb.name.startswith(stem.split("_")[0]) for verb in found):
        yield f"{path} holds no verb that begins like its file's name"
    for verb in found:
        if verb.args.args or verb.args.posonlyargs or verb.args.vararg:
            yield f"{path} {verb.name} takes arguments by place; all are keywords"
        elif not {"by", "at"} <= {a.arg for a in verb.args.kwonlyargs}:
            yield f"{path} {verb.name} does not say both by whom and at what time"
        if not ast.get_docstring(verb):
            yield f"{path} {verb.name} does not say what it means for the town"
    words = {word for word, _ in calls(tree)}
    if not words & {"record", "record_many"}:
        yield f"{path} writes no journal entry"
    if not any(isinstance(n, ast.Attribute) and n.attr == "atomic" for n in ast.walk(tree)):
        yield f"{path} is not one transaction"


def place_of_test(path: str) -> str:
    """Where the test of a verb's file stands; folders within ``verbs/`` are free."""
    parts = Path(path).parts
    return f"tests/verbs/{parts[1]}/**/test_{Path(path).stem}.py"


def test_every_verb_is_as_a_verb_should_be() -> None:
    assert [fault for p in verb_files() for fault in faults(name(p), parsed(p))] == []


def test_every_verb_has_a_test_of_its_name() -> None:
    assert [place_of_test(name(p)) for p in verb_files() if not any(ROOT.glob(place_of_test(name(p))))] == []


def test_two_verbs_never_share_a_name() -> None:
    seen: dict[str, str] = {}
    for path in verb_files():
        for verb in verbs_in(parsed(path)):
            assert seen.setdefault(verb.name, name(path)) == name(path), f"{verb.name} is in two files"


def test_models_have_no_save_of_their_own() -> None:
    ours = [(p, f) for p in modules() if is_of_tables(p) for f in functions(parsed(p))]
    assert [f"{name(p)}:{f.lineno}" for p, f in ours if f.name in {"save", "clean", "full_clean"}] == []


GOOD = '''
@transaction.atomic
def close_case(*, by, case, at):
    """It is over."""
    record("case.closed", subject=case.ref, by=by.ref, at=at)
'''


def test_the_guard_bites() -> None:
    def found(source: str) -> list[str]:
        return list(faults("yimen/cases/verbs/close.py", ast.parse(source)))

    assert found(GOOD) == []
    for broken in (
        GOOD.replace("*, by", "by"),
        GOOD.replace(", at)", ")", 1),
        GOOD.replace('"""It is over."""', "pass"),
        GOOD.replace("record(", "print("),
        GOOD.replace("@transaction.atomic", ""),
        GOOD.replace("close_case", "open_case"),
    ):
        assert len(found(broken)) == 1, broken
    assert place_of_test("yimen/cases/verbs/office/accept.py") == "tests/verbs/cases/**/test_accept.py"
