"""``docs/what-happens/``: what each verb does, in the words of its docstring, its letters and its tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.test_verbs import place_of_test, verb_files, verbs_in
from tests.house.test_words import promised, recorded
from tests.house.tree import ROOT, functions, name, parsed
from yimen.cases.rules import MOVES
from yimen.journal.reacting import name_of
from yimen.reactions import REACTIONS

#: Who does it, by the type of ``by``.
WHO = {
    "Acting": "staff, from a post they hold",
    "Resident": "the resident, with the receipt",
    "Clock": "the clock",
    "Operator": "the operator of the machine",
    "Actor": "anybody who may",
    "SideIn": "a side of the mediation, with its code",
    "BesideIn": "a supporter, an expert or an interpreter, with their code",
    "Invited": "whoever holds an invitation",
    "MediatorIn": "the mediator",
    "NamedIn": "whoever was named as mediator",
    "HeadIn": "the head of the committee",
}


def what_happens() -> dict[str, str]:
    """The page of each app that has verbs."""
    by_app: dict[str, list[Path]] = {}
    for path in verb_files():
        by_app.setdefault(path.relative_to(ROOT).parts[1], []).append(path)
    return {app: page(app, files) for app, files in sorted(by_app.items())}


def page(app: str, files: list[Path]) -> str:
    """One page: a section for each verb."""
    lines = [f"# What can happen in {app}", "", *index(files)]
    for path in files:
        tree = parsed(path)
        for verb in verbs_in(tree):
            lines += ["", f"## {verb.name}", "", " ".join((ast.get_docstring(verb) or "").split()), ""]
            lines += [f"- **Who:** {who(verb)}", *facts(app, path, tree), f"- **Code:** `{name(path)}`"]
        lines += tests(path)
    return "\n".join([*lines, ""])


def index(files: list[Path]) -> Iterator[str]:
    """The verbs of an app, one line each."""
    for path in files:
        for verb in verbs_in(parsed(path)):
            yield f"- [{verb.name}](#{verb.name})"


def who(verb: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Who does it."""
    arguments = [*verb.args.args, *verb.args.kwonlyargs]
    kinds = ast.unparse(next(a.annotation for a in arguments if a.arg == "by" and a.annotation)).split(" | ")
    return "; ".join(WHO.get(kind, kind) for kind in kinds)


def facts(app: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """From which state to which, what is written down, who is told, what follows."""
    moves = [f"{state} → {m[path.stem]}" for state, m in MOVES.items() if path.stem in m] if app == "cases" else []
    codes = sorted(recorded(tree))
    follows = [name_of(reaction) for code in codes for reaction in REACTIONS.get(code, ())]
    yield from listed("State", moves)
    yield from listed("Journal", [f"`{code}`" for code in codes])
    yield from listed("Letters", [f"`{code}`" for code in sorted(promised(tree))])
    yield from listed("Later", [f"`{reaction}`" for reaction in follows])


def listed(title: str, items: list[str]) -> Iterator[str]:
    """One line of a section, if there is anything to say."""
    if items:
        yield f"- **{title}:** {', '.join(items)}"


def tests(path: Path) -> Iterator[str]:
    """What its tests say, as sentences."""
    found = [
        function.name.removeprefix("test_").replace("_", " ")
        for test in sorted(ROOT.glob(place_of_test(name(path))))
        for function in functions(parsed(test))
        if function.name.startswith("test_")
    ]
    if found:
        yield from ("", "Tested:", "", *(f"- {sentence}" for sentence in found))
