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
from yimen.routing.rules import NOBODY_ANSWERS, RETENTIONS, SUPPRESS, Kind, faults_of_leaf, is_answered

FILE = "categories.csv"
COLUMNS = (
    "kinds", "procedure", "handle_limit", "door", *LEVELS, "may_be_dispute", "is_public", "suppress_below", "retention",
)  # fmt: skip
OF_LEAVES = tuple(column for column in COLUMNS if column not in LEVELS)
#: What is noted where the cell, or the code, is read.
ALREADY_TOLD = frozenset({"code", "kinds", "suppress_below"})
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
            categories.append(_leaf(facts, row, known, languages))
        own = {(code, level): _function(row, level, known[0]) for level in LEVELS if row.text(level)}
        remits |= {where: function for where, function in own.items() if function}
    for category in categories:
        if category.procedure_code and not is_answered(category.code, remits):
            rows[category.code].problem("town", NOBODY_ANSWERS)
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


def _leaf(facts: dict[str, Any], row: Row, known: Known, languages: Languages) -> CategoryFacts:
    _, limits, procedures, doors = known
    door, procedure = row.one_of("door", doors, needed=False), row.one_of("procedure", procedures, needed=False)
    is_public, may_be_dispute = row.flag("is_public"), row.flag("may_be_dispute")
    suppress = [str(number) for number in SUPPRESS[is_public]]
    leaf = CategoryFacts(
        **facts,
        kinds=row.several_of("kinds", tuple(Kind), needed=not door),
        procedure_code=procedure,
        handle_limit=row.one_of("handle_limit", limits, needed=False),
        door_code=door,
        may_be_dispute=may_be_dispute,
        is_public=is_public,
        suppress_below=int(row.one_of("suppress_below", suppress) or 10),
        retention=row.one_of("retention", RETENTIONS, needed=False) or "case",
    )
    for fault in faults_of_leaf(leaf):
        if fault.field not in ALREADY_TOLD and not (fault.field == "procedure" and row.text("procedure")):
            column = f"name_{languages[0]}" if fault.field == "name" else fault.field
            row.problem(column, fault.verdict.reason, **fault.verdict.params)
    return leaf


def _function(row: Row, level: str, functions: Mapping[str, FunctionRow]) -> str:
    """The department in this cell, if it exists on this level."""
    code = row.one_of(level, functions, needed=False)
    if code and level not in functions[code].levels:
        row.problem(level, gettext_noop("There is no “%(code)s” on this level."), code=code)
    return code
