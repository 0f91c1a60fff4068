"""Writes the pages of ``docs/`` that the code knows best, or compares them: ``python -m tests.house.generate_docs``.

``--check`` writes nothing and fails when a page differs from what the code says; ``bin/fix`` writes them.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import django

from tests.house.tree import ROOT

DOCS = ROOT / "docs"
MADE = "<!-- Made by bin/fix from the code; bin/check compares it. Don't edit it by hand. -->\n\n"


def states() -> str:
    """``docs/states.md``: the moves of a case as a diagram and as a table."""
    from yimen.cases.rules import MOVES, TURN, State  # noqa: PLC0415 – Django must be set up first

    lines = [
        MADE.rstrip(),
        "",
        "# The states of a case",
        "",
        "From `MOVES` and `TURN` in `yimen/cases/rules.py`.",
        "",
        "```mermaid",
    ]
    lines += ["stateDiagram-v2", f"    [*] --> {State.RECEIVED}: submit"]
    for state, moves in MOVES.items():
        for target, verbs in groupby(sorted(moves, key=lambda v: (moves[v], v)), key=lambda v: moves[v]):
            lines.append(f"    {state} --> {target}: {', '.join(verbs)}")
        if not moves:
            lines.append(f"    {state} --> [*]")
    lines += ["```", "", "| state | whose turn | what may happen, and what follows |", "|---|---|---|"]
    for state, moves in MOVES.items():
        follows = ", ".join(f"{verb} → {target}" for verb, target in moves.items()) or "nothing: it has ended"
        lines.append(f"| {state} | {TURN[state]} | {follows} |")
    return "\n".join([*lines, ""])


def inventory() -> str:
    """``docs/data-inventory.md``: what is kept, why, who sees it and until when."""
    from django.apps import apps  # noqa: PLC0415 – Django must be set up first

    from yimen.kernel.seal import SealedField  # noqa: PLC0415
    from yimen.retention import INVENTORY, RULES  # noqa: PLC0415

    def shown(label: str, name: str) -> str:
        field = apps.get_model(label)._meta.get_field(name)
        sealed = isinstance(field, SealedField)
        return f"`{name}` (sealed)" if sealed else f"`{name}`"

    lines = [
        MADE.rstrip(),
        "",
        "# What is kept, and why",
        "",
        "Every column of every table, from the apps' `forgetting.py`.",
        "What is *sealed* stands encrypted, and the keys lie outside the database.",
        "",
    ]
    for label, columns in sorted(INVENTORY.items()):
        lines += [
            f"## {label}",
            "",
            "| columns | what for | by which right | seen by | until |",
            "|---|---|---|---|---|",
        ]
        fields = list(dict.fromkeys(columns.values()))
        for field in fields:
            names = ", ".join(shown(label, name) for name, its in columns.items() if its == field)
            lines.append(f"| {names} | {field.purpose} | {field.basis} | {field.seen_by} | {field.kept} |")
        lines.append("")
    lines += ["## What the clock forgets, every night", "", *(f"- `{rule.code}`: {rule.words}" for rule in RULES)]
    return "\n".join([*lines, ""])


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated page: where it stands, and what should stand in it."""
    from tests.house import of_mediation  # noqa: PLC0415 – Django must be set up first
    from tests.house.what_happens import what_happens  # noqa: PLC0415 – Django must be set up first
    from tests.house.who_sees_what import who_sees_what  # noqa: PLC0415

    yield DOCS / "states.md", states()
    yield DOCS / "who-sees-what.md", MADE + who_sees_what()
    yield DOCS / "data-inventory.md", inventory()
    yield DOCS / "mediation" / "who-sees-what.md", MADE + of_mediation.sees()
    yield DOCS / "mediation" / "states.md", MADE + of_mediation.states()
    for app, text in what_happens().items():
        yield DOCS / "what-happens" / f"{app}.md", MADE + text


def differing() -> list[Path]:
    """The pages that differ from the code, and those that nothing makes any more."""
    made = dict(pages())
    there = {page: page.read_text(encoding="utf-8") if page.exists() else "" for page in made}
    left_over = sorted(set((DOCS / "what-happens").glob("*.md")) - made.keys())
    return [page for page, text in made.items() if there[page] != text] + left_over


def main(arguments: list[str]) -> int:
    """Write or compare; 1 if something differed and was only compared."""
    django.setup()
    wrong = differing()
    if "--check" in arguments:
        for page in wrong:
            print(f"{page.relative_to(ROOT)} differs from the code: run bin/fix")
        return 1 if wrong else 0
    made = dict(pages())
    for page in wrong:
        page.parent.mkdir(parents=True, exist_ok=True)
        if page in made:
            page.write_text(made[page], encoding="utf-8")
        else:
            page.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
