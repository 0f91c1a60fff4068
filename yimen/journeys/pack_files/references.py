"""Reading the tables that categories refer to: functions, limits, procedures and other doors."""

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from yimen.deadlines.rules import LONGEST_LIMIT, UNITS
from yimen.deadlines.verbs.take_limits import OfferedLimit
from yimen.journeys.pack_files.pack import FunctionRow
from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.tables import Row, rows_of
from yimen.kernel.verdict import gettext_noop
from yimen.people.rules import Role
from yimen.routing.facts import LIMITS, WAITING, DoorFacts, ProcedureFacts
from yimen.routing.promises import may_be_a_code
from yimen.routing.rules import ANSWERING_LEVELS as LEVELS
from yimen.routing.rules import faults_of_procedure

Languages = tuple[str, ...]
Codes = Container[str]


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
    folder: Path, languages: Languages, known: tuple[Codes, Codes], default: str, notes: Notes
) -> dict[str, ProcedureFacts]:
    """The roads that a case can take; ``known`` are the codes of limits and of other doors."""
    own = ("handle_limit", "handle_from", "hearing_waits", "doors", "pauses", "extension_by", "needs_full_opinion")
    texts = ("name", "remedies", "remedies_review", "remedies_final")
    columns = (*LIMITS, *own, *columns_in(languages, *texts))
    return {
        code: replace(_procedure(row, code, languages, known), is_default=code == default)
        for code, row in coded(folder, "procedures.csv", columns, notes)
    }


def _procedure(row: Row, code: str, languages: Languages, known: tuple[Codes, Codes]) -> ProcedureFacts:
    limits, doors = known

    def limit(column: str) -> str:
        return row.one_of(column, limits, needed=False)

    road = ProcedureFacts(
        code=code,
        names=row.names(languages),
        notice_limit=limit("notice_limit"),
        forward_limit=limit("forward_limit"),
        handle_limit=row.one_of("handle_limit", limits),
        handle_from=row.one_of("handle_from", ("received", "accepted")),
        object_limit=limit("object_limit"),
        assist_limit=limit("assist_limit"),
        call_limit=limit("call_limit"),
        review_ask_limit=limit("review_ask_limit"),
        review_limit=limit("review_limit"),
        rereview_ask_limit=limit("rereview_ask_limit"),
        rereview_limit=limit("rereview_limit"),
        hearing_waits=row.one_of("hearing_waits", WAITING, needed=False),
        doors=row.several_of("doors", doors, needed=False),
        pauses=row.flag("pauses"),
        extension_by=row.one_of("extension_by", tuple(Role)),
        remedies=row.names(languages, prefix="remedies"),
        remedies_review=row.names(languages, prefix="remedies_review", needed=False),
        remedies_final=row.names(languages, prefix="remedies_final", needed=False),
        needs_full_opinion=row.flag("needs_full_opinion"),
    )
    for fault in faults_of_procedure(road):
        row.problem(fault.field, fault.verdict.reason)
    return road


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
