"""Reading ``pack.toml``: what the pack is, its calendar and its languages."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yimen.deadlines.calendars import has_calendar
from yimen.deadlines.verbs.take_limits import OfferedCalendar
from yimen.journeys.pack_files.pack import Manifest
from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.text import text_of
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import gettext_noop

FILE = "pack.toml"
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?")
_PLACE_OF_ERROR = re.compile(r"\(at line (\d+), column (\d+)\)")
WORDS_OF_CODE = 27  # so that "pack:" and it fit the journal's subject


def read_manifest(folder: Path, notes: Notes) -> Manifest | None:
    """What the pack says of itself; nothing if that can't be read at all."""
    text = text_of(folder, FILE, notes)
    if text is None:
        return None
    try:
        said = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # no TOML, a number without end, lists in lists without end
        where = _PLACE_OF_ERROR.search(str(error))
        line, column = (int(where[1]), where[2]) if where else (text.count("\n") + 1, "")
        says = gettext_noop("This is no TOML: %(error)s.")
        notes.add(FILE, line, column, says, error=str(error).partition(" (at")[0])
        return None
    return _Said(said, text, notes).manifest()


class _Said:
    """The keys of the file, with the line on which each stands."""

    def __init__(self, said: dict[str, Any], text: str, notes: Notes) -> None:
        self.said, self.lines, self.notes = said, text.splitlines(), notes

    def manifest(self) -> Manifest:
        languages = self.languages("languages")
        return Manifest(
            code=self.text("code", _CODE)[:WORDS_OF_CODE],
            names={language: self.text(f"names.{language}") for language in languages},
            country=self.text("country", _COUNTRY, needed=False),
            languages=languages,
            draft_languages=self.languages("draft_languages", needed=False),
            default_procedure=self.text("default_procedure"),
            law=self.text("law", needed=False),
            calendar=OfferedCalendar(self.country_of_calendar(), self.known_until()),
        )

    def value(self, key: str) -> Any:  # noqa: ANN401 – whatever the file has there
        table, _, name = key.rpartition(".")
        inside = self.said.get(table, {}) if table else self.said
        return inside.get(name) if isinstance(inside, dict) else None

    def problem(self, key: str, message: str, **params: object) -> None:
        name = re.escape(key.rpartition(".")[2])
        in_table = rf"\[{re.escape(key.partition('.')[0])}\]" if "." in key else ""
        seen_table, line = not in_table, 0
        for number, text in enumerate(self.lines, 1):
            seen_table = seen_table or bool(re.match(rf"\s*{in_table}", text))
            if seen_table and re.match(rf"""\s*["']?{name}["']?\s*=""", text):
                line = number
                break
        self.notes.add(FILE, line, key, message, **params)

    def text(self, key: str, shape: re.Pattern[str] | None = None, *, needed: bool = True) -> str:
        value = self.value(key)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or (needed and not value.strip()):
            self.problem(key, gettext_noop("This needs a text."))
            return ""
        if shape and not shape.fullmatch(value):
            self.problem(key, gettext_noop("“%(value)s” is no code."), value=value)
        return value.strip()

    def languages(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        value = self.value(key)
        if value is None and not needed:
            return ()
        if not isinstance(value, list) or (needed and not value):
            self.problem(key, gettext_noop("This needs a list of languages."))
            return ()
        for language in value:
            if language not in LANGUAGES:
                self.problem(key, gettext_noop("“%(value)s” is not known."), value=language)
        return tuple(language for language in LANGUAGES if language in value)

    def country_of_calendar(self) -> str:
        country = self.text("calendar.country", needed=False)
        if not has_calendar(country):
            self.problem("calendar.country", gettext_noop("“%(value)s” has no calendar here."), value=country)
        return country

    def known_until(self) -> date:
        value = self.value("calendar.known_until")
        if not isinstance(value, date) or isinstance(value, datetime):
            self.problem("calendar.known_until", gettext_noop("This needs a day, as 2026-12-31."))
            return date.max
        return value
