"""Reading the mapping's file: every slip is found before a single line of the table is read."""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yimen.cases.rules import Channel
from yimen.intake.channels.table.mapping import NEEDED, SEVERAL, SINGLE, Codes, Mapping
from yimen.intake.channels.table.text import is_an_encoding
from yimen.intake.channels.table.wrong import BadMapping
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import Refused, Verdict, gettext_noop

LARGEST = 1_000_000  # bytes
_KNOWN = {
    "": ("source", "time_zone", "language", "delimiter", "encoding", "date_formats", "leave_out", "columns", "status",
         "categories", "channels"),
    "columns": (*SINGLE, *SEVERAL),
    "status": ("open", "closed"),
}  # fmt: skip
_SOURCE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


def read_mapping(path: Path) -> Mapping:
    """The mapping in this file. Raises :class:`BadMapping` with all that is wrong, or Refused if it can't be read."""
    return _Said(_toml(path)).mapping()


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Refused(gettext_noop("%(file)s is too large for a mapping"), file=path.name)
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        raise Refused(gettext_noop("%(file)s can't be opened: %(why)s"), file=path.name, why=error.strerror) from error
    except UnicodeDecodeError as error:
        says = gettext_noop("%(file)s is not in UTF-8 (byte %(at)s)")
        raise Refused(says, file=path.name, at=error.start) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(gettext_noop("%(file)s is no TOML: %(why)s"), file=path.name, why=str(error)[:200]) from error


@dataclass
class _Said:
    """What the file says, key by key; problems are collected."""

    said: dict[str, Any]
    problems: list[tuple[str, Verdict]] = field(default_factory=list)

    def mapping(self) -> Mapping:
        for table in ("columns", "status", "categories", "channels"):
            self._only_known(table, self._table(table))
        self._only_known("", self.said)
        columns = self._table("columns")
        made = Mapping(
            source=self._made("source", self.said.get("source"), _source),
            columns={key: self._made(f"columns.{key}", columns.get(key, ""), _heading) for key in SINGLE},
            words=self._list("columns.words", columns.get("words", ())),
            category=self._list("columns.category", columns.get("category", ())),
            zone=self._made("time_zone", self.said.get("time_zone"), _zone),
            language=self._made("language", self.said.get("language"), _language),
            date_formats=self._list("date_formats", self.said.get("date_formats", ())),
            delimiter=self._made("delimiter", self.said.get("delimiter", ","), _delimiter),
            encoding=self._made("encoding", self.said.get("encoding", ""), _encoding),
            open_states=frozenset(self._list("status.open", self._table("status").get("open", ()))),
            closed_states=frozenset(self._list("status.closed", self._table("status").get("closed", ()))),
            categories=self._codes("categories", self._table("categories")),
            channels={k: self._made(f'channels."{k}"', v, Channel) for k, v in self._table("channels").items()},
            leave_out=tuple(
                self._made("leave_out", p, re.compile) for p in self._list("leave_out", self.said.get("leave_out", ()))
            ),
        )
        self._whole(made)
        if self.problems:
            raise BadMapping(self.problems)
        return made

    def _whole(self, made: Mapping) -> None:
        """What only shows when all of it is read."""
        given = {**made.columns, "words": made.words}
        for key in NEEDED:
            if not given[key]:
                self._problem(f"columns.{key}", gettext_noop("This column is needed."))
        if bool(made.columns["longitude"]) != bool(made.columns["latitude"]):
            self._problem("columns", gettext_noop("A point needs both columns, longitude and latitude."))
        if bool(made.columns["status"]) != bool(made.closed_states):
            says = gettext_noop("The column “status” and the list of closed states belong together.")
            self._problem("status.closed", says)
        if both := made.open_states & made.closed_states:
            self._problem("status", gettext_noop("“%(value)s” can't be both open and closed."), value=min(both))
        if made.columns["closed"] == "" and made.closed_states:
            self._problem("columns.closed", gettext_noop("Closed cases need the column with the day they were closed."))

    def _problem(self, key: str, reason: str, /, **params: object) -> None:
        self.problems.append((key, Verdict(reason, params)))

    def _only_known(self, table: str, found: dict[str, Any]) -> None:
        for key in found:
            if table in _KNOWN and key not in _KNOWN[table]:
                near = get_close_matches(key, _KNOWN[table], 1)
                says = gettext_noop("This key is not known. Did you mean “%(near)s”?") if near else NOT_KNOWN
                self._problem(f"{table}.{key}".lstrip("."), says, near="".join(near))

    def _table(self, key: str) -> dict[str, Any]:
        found = self.said.get(key, {})
        if isinstance(found, dict):
            return found
        self.said[key] = {}  # told once
        self._problem(key, gettext_noop("This is a table: write [%(key)s] above its lines."), key=key)
        return {}

    def _made(self, key: str, value: object, make: Callable[[Any], Any]) -> Any:  # noqa: ANN401 – whatever is made
        try:
            return make(value)
        except (ValueError, TypeError, LookupError, OSError, re.error) as error:
            said = error.args[0] if isinstance(error, _Slip) else NOT_THIS
            allowed = ", ".join(Channel) if make is Channel else ""
            self._problem(key, ONE_OF if allowed else said, value=str(value)[:60], allowed=allowed)
            return _EMPTY.get(key, "")

    def _list(self, key: str, value: object) -> tuple[str, ...]:
        """A text, or a list of texts."""
        values = [value] if isinstance(value, str) else value
        if isinstance(values, Iterable) and not isinstance(values, dict) and all(isinstance(v, str) for v in values):
            return tuple(v.strip() for v in values if v.strip())
        self._problem(key, gettext_noop("This is a text, or a list of texts."))
        return ()

    def _codes(self, key: str, table: dict[str, Any]) -> Codes:
        made: dict[str, str | Codes] = {}
        for value, code in table.items():
            if isinstance(code, dict):
                made[value] = self._codes(f'{key}."{value}"', code)
            elif isinstance(code, str):
                made[value] = code.strip()
            else:
                self._problem(f'{key}."{value}"', gettext_noop("This is a category's code, or “” to leave it open."))
        return made


class _Slip(ValueError):
    """A value that will not do, with the sentence that says so."""


NOT_KNOWN = gettext_noop("This key is not known.")
NOT_THIS = gettext_noop("“%(value)s” will not do here.")
ONE_OF = gettext_noop("“%(value)s” is not one of: %(allowed)s")
_EMPTY = {"time_zone": ZoneInfo("UTC")}


def _source(value: object) -> str:
    if isinstance(value, str) and _SOURCE.fullmatch(value):
        return value
    says = "The older system needs a name of small letters and digits, as “hotline-2019”. Never change it afterwards."
    raise _Slip(gettext_noop(says))


def _heading(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    raise _Slip(gettext_noop("This is the heading of one column."))


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(value or ""))
    except (LookupError, ValueError, OSError) as error:
        raise _Slip(gettext_noop("“%(value)s” is no time zone. Write one as “Asia/Shanghai”.")) from error


def _language(value: object) -> str:
    if value in LANGUAGES:
        return str(value)
    raise _Slip(gettext_noop("“%(value)s” is not one of the town's languages: zh-hans, en, bo"))


def _delimiter(value: object) -> str:
    if isinstance(value, str) and len(value) == 1 and value not in '"\r\n\0 ':
        return value
    raise _Slip(gettext_noop("The delimiter is a single sign, as “,” or “;” or “\\t”."))


def _encoding(value: object) -> str:
    if isinstance(value, str) and (not value or is_an_encoding(value)):
        return value
    raise _Slip(gettext_noop("“%(value)s” is no encoding that we know, as “utf-8” or “gb18030”."))
