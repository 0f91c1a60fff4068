"""Dates and times in words, in the reader's language. Tibetan comes from Babel; Django has none."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils import timezone
from django.utils.translation import get_language

_LOCALES = {"zh-hans": "zh_Hans", "bo": "bo", "en": "en_GB"}


def day_in_words(day: date) -> str:
    """8 October 2025 · 2025年10月8日 · སྤྱི་ལོ་2025 ཟླ་བ་བཅུ་པའི་ཚེས་8. A moment is shown as its day in the town."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return format_date(day, "long", locale=_locale())


def moment_in_words(at: datetime) -> str:
    """The day and the time of the day in the town."""
    there = timezone.localtime(at)
    return f"{format_date(there, 'long', locale=_locale())} {format_datetime(there, 'HH:mm', locale=_locale())}"


def _locale() -> str:
    return _LOCALES.get(get_language() or "", "en_GB")
