"""Small charts of weeks, drawn as plain shapes, each with the sentence that says what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from yimen.desk.words import Words
from yimen.kernel.languages import day_in

WIDE, HIGH, GAP = 240, 60, 4  # of the drawing, in its own measure


@dataclass(frozen=True)
class Bar:
    """One week: where its bar stands, and how much it was."""

    x: float
    y: float
    width: float
    height: float
    monday: date
    number: int


@dataclass(frozen=True)
class Chart:
    """Twelve bars of one height each, a title, and a sentence."""

    title: Words
    says: str
    bars: list[Bar]
    most: int


def chart(title: Words, mondays: Sequence[date], numbers: Sequence[int], *, most: int) -> Chart:
    """The bars of one kind; ``most`` is the highest of all charts beside it, so that they can be compared."""
    step = WIDE / max(len(numbers), 1)
    bars = [
        Bar(i * step, HIGH - _high(number, most), step - GAP, _high(number, most), monday, number)
        for i, (monday, number) in enumerate(zip(mondays, numbers, strict=True))
    ]
    return Chart(title, _says(mondays, numbers), bars, most)


def _high(number: int, most: int) -> float:
    return round(HIGH * number / most, 1) if most else 0


def _says(mondays: Sequence[date], numbers: Sequence[int]) -> str:
    total, top = sum(numbers), max(numbers, default=0)
    if not total:
        return gettext("None in the last 12 weeks.")
    monday = mondays[list(numbers).index(top)]
    return gettext("%(total)s in the last 12 weeks; most in the week from %(day)s: %(top)s.") % {
        "total": total,
        "top": top,
        "day": day_in(monday, get_language() or ""),
    }
