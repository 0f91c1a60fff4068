"""Days as the three languages write them in a running line: "3 Aug 2026", "5月1日至5日"."""

from datetime import date
from typing import NamedTuple

from babel.dates import format_date
from django.utils.translation import gettext


class _Style(NamedTuple):
    locale: str
    full: str
    short: str  # in the same year as the day before it
    first: str  # of two days in one month
    last: str


# Tibetan as in our formats, with one kind of digits; the locale data mix two.
_STYLES = {
    "en": _Style("en_GB", "d MMM y", "d MMM", "d", "d MMM"),
    "zh-hans": _Style("zh_Hans", "y年M月d日", "M月d日", "M月d日", "d日"),
    "bo": _Style("bo", "'སྤྱི་ལོ་'y 'ཟླ་'M 'ཚེས་'d", "'ཟླ་'M 'ཚེས་'d", "'ཟླ་'M 'ཚེས་'d", "d"),
}


def _style(language: str) -> _Style:
    return _STYLES.get(language, _STYLES["en"])


def day_text(day: date, language: str, *, said: int = 0) -> str:
    """The day in words; without its year if that has just been said."""
    style = _style(language)
    return format_date(day, style.short if day.year == said else style.full, style.locale)


def days_text(first: date, last: date, language: str, *, said: int = 0) -> str:
    """All days from the first to the last."""
    if first == last:
        return day_text(first, language, said=said)
    style = _style(language)
    if (first.year, first.month) == (last.year, last.month) and first.year == said:
        ends = format_date(first, style.first, style.locale), format_date(last, style.last, style.locale)
    else:
        ends = day_text(first, language, said=said), day_text(last, language, said=said)
    # Translators: two days of one range: 1–5 May
    return gettext("%(first)s–%(last)s") % {"first": ends[0], "last": ends[1]}


def weekday_text(day: date, language: str) -> str:
    """The name of the day of the week."""
    return format_date(day, "EEEE", _style(language).locale)
