"""Names that are kept in several languages, and the one that a reader gets."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

#: The town's languages; a reader of one falls back along the line.
LANGUAGES = ("zh-hans", "en", "bo")
_FALLBACK = {"bo": ("bo", "zh-hans", "en"), "en": ("en", "zh-hans", "bo"), "zh-hans": ("zh-hans", "en", "bo")}


def name_in(names: Mapping[str, str], language: str) -> str:
    """The name in this language, or in the nearest one that has it; never empty if any exists."""
    for code in _FALLBACK.get(language, LANGUAGES):
        if names.get(code):
            return names[code]
    return next(iter(names.values()), "")


def day_in(day: date, language: str) -> str:
    """A day in words, as this language writes it (Babel knows Tibetan dates)."""
    return format_date(day, "long", locale={"zh-hans": "zh_Hans_CN", "en": "en_GB"}.get(language, language))


def filled(words: str, params: Mapping[str, object], language: str) -> str:
    """A sentence with its places filled: a day in words, and of a name in several languages the reader's."""
    return words % {key: _shown(value, language) for key, value in params.items()} if params else words


def _shown(value: object, language: str) -> object:
    if isinstance(value, Mapping):
        return name_in(value, language)
    return day_in(value, language) if isinstance(value, date) else value
