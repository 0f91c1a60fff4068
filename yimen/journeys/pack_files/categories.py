"""Reading ``categories.csv``: branches, their leaves, and who answers for each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yimen.journeys.pack_files.pack import FunctionRow
from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.references import LEVELS, Languages, coded, columns_in
from yimen.journeys.pack_files.tables import Row
from yimen.kernel.verdict import gettext_noop
from yimen.routing.facts import CategoryFacts
from yimen.routing.rules import Kind

FILE = "categories.csv"
COLUMNS = (
    "kinds", "procedure", "handle_limit", "door", *LEVELS, "may_be_dispute", "is_public", "suppress_below", "retention",
)  # fmt: skip
OF_LEAVES = tuple(column for column in COLUMNS if column not in LEVELS)
RETENTIONS = ("case", "petition", "fault")  # the classes of retention.py
#: Smaller cells of public figures are not shown: 5 for public-space faults, 10 for all else (the mission's promise 9).
SUPPRESS = {True: ("5", "10"), False: ("10",)}
Known = tuple[Mapping[str, FunctionRow], Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]
Remits = dict[tuple[str, str], str]


def read_categories(
    folder: Path, languages: Languages, known: Known, notes: Notes
) -> tuple[list[CategoryFacts], Remits]:
    """All categories in the table's order, and their remits. ``known``: functions, limits, procedures, doors."""
    rows = dict(coded(folder, FILE, (*COLUMNS, *columns_in(languages, "name")), notes, most=48))
    branches = {code.rpartition(".")[0] for code in rows}
    categories, remits = [], Remits()
    for order, (code, row) in enumerate(rows.items(), 1):
        facts = {"code": code, "order": order, "names": row.names(languages), "parent_code": _parent(code, row, rows)}
        if code in branches or "." not in code:
            categories.append(_branch(facts, row, has_leaves=code in branches))
        else:
            categories.append(_leaf(facts, row, known))
        own = {(code, level): _function(row, level, known[0]) for level in LEVELS if row.text(level)}
        remits |= {where: function for where, function in own.items() if function}
    for category in categories:
        if category.procedure_code and not _answered(category.code, remits):
            says = gettext_noop("Nobody answers for this: name a department in one column.")
            rows[category.code].problem("town", says)
    return categories, remits


def _parent(code: str, row: Row, rows: Mapping[str, Row]) -> str:
    parent = code.rpartition(".")[0]
    if parent and parent not in rows:
        row.problem("code", gettext_noop("There is no line for the group “%(code)s”."), code=parent)
    return parent


def _branch(facts: dict[str, Any], row: Row, *, has_leaves: bool) -> CategoryFacts:
    if not has_leaves:
        says = gettext_noop("This group has no categories: their codes begin with “%(code)s.”.")
        row.problem("code", says, code=facts["code"])
    for column in OF_LEAVES:
        if row.text(column):
            row.problem(column, gettext_noop("A group only groups: leave this cell empty."))
    return CategoryFacts(**facts)


def _leaf(facts: dict[str, Any], row: Row, known: Known) -> CategoryFacts:
    _, limits, procedures, doors = known
    door, procedure = row.one_of("door", doors, needed=False), row.one_of("procedure", procedures, needed=False)
    if not row.text("door") and not row.text("procedure"):
        row.problem("procedure", gettext_noop("This needs a procedure, or another door."))
    if door and procedure:
        row.problem("door", gettext_noop("A category has a procedure or another door, never both."))
    is_public, may_be_dispute = row.flag("is_public"), row.flag("may_be_dispute")
    kinds = row.several_of("kinds", tuple(Kind), needed=not door)
    if (Kind.DISPUTE in kinds) is not may_be_dispute:
        row.problem("may_be_dispute", gettext_noop("The kind “dispute” and this cell must say the same."))
    return CategoryFacts(
        **facts,
        kinds=kinds,
        procedure_code=procedure,
        handle_limit=row.one_of("handle_limit", limits, needed=False),
        door_code=door,
        may_be_dispute=may_be_dispute,
        is_public=is_public,
        suppress_below=int(row.one_of("suppress_below", SUPPRESS[is_public]) or 10),
        retention=row.one_of("retention", RETENTIONS, needed=False) or "case",
    )


def _function(row: Row, level: str, functions: Mapping[str, FunctionRow]) -> str:
    """The department in this cell, if it exists on this level."""
    code = row.one_of(level, functions, needed=False)
    if code and level not in functions[code].levels:
        row.problem(level, gettext_noop("There is no “%(code)s” on this level."), code=code)
    return code


def _answered(code: str, remits: Remits) -> bool:
    """Does anybody answer for this, itself or through its branch?"""
    up = code
    while up:
        if any((up, level) in remits for level in LEVELS):
            return True
        up = up.rpartition(".")[0]
    return False
