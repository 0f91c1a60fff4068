"""``docs/mediation/``: who sees what of a mediation, and its states, from the tables in its rules."""

from itertools import groupby


def sees() -> str:
    """``docs/mediation/who-sees-what.md``: a row for each part, a column for each reader."""
    from yimen.mediation.rooms.rules import SEES, Part, Reader  # noqa: PLC0415 – as the other pages: when Django is up

    lines = [
        "# Who sees what of a mediation",
        "",
        "From `SEES` in `yimen/mediation/rooms/rules.py`. `tests/verbs/mediation/test_who_sees_what.py` tries every",
        "cell: it says everything that can be said, asks every query that each reader has, and reads the bytes of",
        "the database.",
        "",
        f"| | {' | '.join(Reader)} |",
        f"|---|{'---|' * len(Reader)}",
    ]
    lines += [
        f"| {part} | {' | '.join('**yes**' if part in SEES[reader] else 'no' for reader in Reader)} |" for part in Part
    ]
    lines += [
        "",
        "A side is one who takes part; what is its own and what is another’s changes with the reader. “The",
        "database without the keys” is its file, a backup, or whoever may ask it anything; whoever runs the machine",
        "has the keys too (docs/adr/0038). Beyond this table, each side reads when the mediator came in. A supporter",
        "or an interpreter reads what their side says to the mediator alone only if that side said so (docs/adr/0044).",
        "What is said in a session by video is heard by those whom the mediator has let in, and while they talk with",
        "one side alone by nobody else; nothing of it is kept, and nobody else finds it (docs/adr/0045).",
        "",
    ]
    return "\n".join(lines)


def states() -> str:
    """``docs/mediation/states.md``: the moves as a diagram and as a table."""
    from yimen.mediation.rules import MOVES, TURN, State  # noqa: PLC0415 – as above

    lines = ["# The states of a mediation", "", "From `MOVES` and `TURN` in `yimen/mediation/rules.py`.", ""]
    lines += [
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {State.APPLIED}: apply",
        f"    [*] --> {State.INTAKE}: offer",
    ]
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
