"""Reading the tables that categories refer to: functions, limits, procedures and other doors."""

from collections.abc import Container, Iterator
from pathlib import Path

from yimen.deadlines.rules import LONGEST_LIMIT, UNITS
from yimen.deadlines.verbs.take_limits import OfferedLimit
from yimen.journeys.pack_files.pack import FunctionRow
from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.tables import Row, rows_of
from yimen.kernel.verdict import gettext_noop
from yimen.people.rules import Role
from yimen.routing.facts import DoorFacts, ProcedureFacts
from yimen.routing.promises import may_be_a_code
from yimen.routing.rules import ANSWERING_LEVELS as LEVELS

Languages = tuple[str, ...]


def columns_in(languages: Languages, *prefixes: str) -> tuple[str, ...]:
    """The columns that stand once for each language: name_zh-hans, name_en, …"""
    return tuple(f"{prefix}_{language}" for prefix in prefixes for language in languages)


def coded(
    folder: Path, file: str, columns: tuple[str, ...], notes: Notes, *, most: int = 32
) -> Iterator[tuple[str, Row]]:
    """The rows of a table under their codes; a code that comes twice, or that no pack may have, is noted."""
    first: dict[str, int] = {}
    for row in rows_of(folder, file, ("code", *columns), notes):
        code = row.code(most=most)
        if not (verdict := may_be_a_code(code)):
            row.problem("code", verdict.reason, **verdict.params)
        if code in first:
            says = gettext_noop("“%(code)s” stands on line %(line)s already.")
            row.problem("code", says, code=code, line=first[code])
        elif code:
            first[code] = row.line
            yield code, row


def read_functions(folder: Path, languages: Languages, notes: Notes) -> dict[str, FunctionRow]:
    """The departments, and on which levels they exist."""
    columns = ("levels", *columns_in(languages, "name"))
    return {
        code: FunctionRow(code, row.names(languages), row.several_of("levels", LEVELS))
        for code, row in coded(folder, "functions.csv", columns, notes, most=40)
    }


def read_limits(folder: Path, languages: Languages, notes: Notes) -> dict[str, OfferedLimit]:
    """How long each step may take, and the law that says so."""
    columns = ("length", "unit", "extra_length", "extra_unit", "rolls", "law", *columns_in(languages, "name"))
    return {code: _limit(code, row, languages) for code, row in coded(folder, "limits.csv", columns, notes)}


def _limit(code: str, row: Row, languages: Languages) -> OfferedLimit:
    extra = row.number("extra_length", least=0, most=LONGEST_LIMIT, default=0)
    return OfferedLimit(
        code=code,
        names=row.names(languages),
        length=row.number("length", least=1, most=LONGEST_LIMIT),
        unit=row.one_of("unit", UNITS),
        extra_length=extra,
        extra_unit=row.one_of("extra_unit", UNITS, needed=bool(extra)),
        law=row.text("law", most=200, needed=True),
        rolls=row.flag("rolls"),
    )


def read_procedures(
    folder: Path, languages: Languages, limits: Container[str], default: str, notes: Notes
) -> dict[str, ProcedureFacts]:
    """The roads that a case can take."""
    own = (
        "notice_limit",
        "handle_limit",
        "handle_from",
        "object_limit",
        "assist_limit",
        "pauses",
        "extension_by",
        "needs_full_opinion",
    )
    columns = (*own, *columns_in(languages, "name", "remedies"))
    return {
        code: ProcedureFacts(
            code=code,
            names=row.names(languages),
            notice_limit=row.one_of("notice_limit", limits, needed=False),
            handle_limit=row.one_of("handle_limit", limits),
            handle_from=row.one_of("handle_from", ("received", "accepted")),
            object_limit=row.one_of("object_limit", limits, needed=False),
            assist_limit=row.one_of("assist_limit", limits, needed=False),
            pauses=row.flag("pauses"),
            extension_by=row.one_of("extension_by", tuple(Role)),
            remedies=row.names(languages, prefix="remedies"),
            needs_full_opinion=row.flag("needs_full_opinion"),
            is_default=code == default,
        )
        for code, row in coded(folder, "procedures.csv", columns, notes)
    }


def read_doors(folder: Path, languages: Languages, notes: Notes) -> dict[str, DoorFacts]:
    """Where matters go that this desk must not take, and why."""
    columns = ("telephone", "is_urgent", *columns_in(languages, "name", "why"))
    return {
        code: DoorFacts(
            code=code,
            names=row.names(languages),
            why=row.names(languages, prefix="why"),
            telephone=row.text("telephone", most=40),
            is_urgent=row.flag("is_urgent"),
        )
        for code, row in coded(folder, "doors.csv", columns, notes)
    }
