"""One line that says why a term ends on its day, in the reader's language.

"60 days from 3 Aug 2026; 2 Oct is a rest day (National Day), so 8 Oct — 信访工作条例 art. 34"
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext, ngettext, override

from yimen.deadlines.almanac import MAKE_UP, WEEKEND
from yimen.deadlines.calendars import names_of
from yimen.deadlines.dates import day_text, days_text, weekday_text
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import gettext_noop

#: China's holidays by the library's English names, for translators: it has no Tibetan ones.
FESTIVALS = (
    gettext_noop("New Year's Day"),
    gettext_noop("Chinese New Year's Eve"),
    gettext_noop("Chinese New Year"),
    gettext_noop("Tomb-Sweeping Day"),
    gettext_noop("Labor Day"),
    gettext_noop("Dragon Boat Festival"),
    gettext_noop("Mid-Autumn Festival"),
    gettext_noop("National Day"),
)


class Explained(Protocol):
    """What of a term is explained; any term has it."""

    due_on: date
    paused_on: date | None
    pause_why: str
    steps: Any


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of the line, for a page that shows the last day large and the reason below it."""

    length: str  # "60 days from 3 Aug 2026"
    reasons: tuple[str, ...]  # "2 Oct is a rest day (National Day)"
    due: str  # "8 Oct", with its year where that is another than the start's
    pending: tuple[str, ...]  # what may still move the day: provisional; the clock stands still
    law: str

    def line(self) -> str:
        """All of it as one line (in the language that is active)."""
        if self.reasons:
            # Translators: reads like this: 60 days from 3 Aug; 2 Oct is a rest day (National Day), so 8 Oct
            pattern, why = gettext("%(length)s; %(why)s, so %(due)s"), _joined(self.reasons)
        else:
            # Translators: reads like this: 60 days from 3 Aug, until 2 Oct
            pattern, why = gettext("%(length)s: %(due)s"), ""
        line = _joined((pattern % {"length": self.length, "why": why, "due": self.due}, *self.pending))
        # Translators: the explanation of a date, and the law behind it
        return gettext("%(line)s — %(law)s") % {"line": line, "law": self.law} if self.law else line


def explain(term: Explained, language: str) -> str:
    """Why the term ends on its day: one line in this language."""
    with override(language):
        return explain_parts(term, language).line()


def explain_parts(term: Explained, language: str) -> Explanation:
    """The same in parts."""
    with override(language):
        steps = {step["k"]: step for step in term.steps}
        start = date.fromisoformat(steps["from"]["on"])
        length = _LENGTHS[steps["length"]["u"]](steps["length"]["n"])
        left_out = _left_out(steps["length"], (term.due_on - start).days)
        return Explanation(
            length=length % {"n": steps["length"]["n"], "start": day_text(start, language)},
            reasons=(*left_out, *_reasons(term.steps, language, start.year)),
            due=day_text(term.due_on, language, said=start.year),
            pending=tuple(_pending(term, steps, language, start.year)),
            law=steps.get("law", {}).get("text", ""),
        )


def _left_out(length: dict[str, Any], days: int) -> Iterator[str]:
    """Working days alone are counted: said where rest days lie in between."""
    if length["u"] == "wd" and days > length["n"]:
        yield gettext("rest days are not counted")


def _reasons(steps: list[dict[str, Any]], language: str, said: int) -> Iterator[str]:
    for step in steps:
        match step:
            case {"k": "extended", "n": n, "u": unit}:
                yield _EXTENDED[unit](n) % {"n": n}
            case {"k": "paused", "n": n, "u": unit}:
                yield _PAUSED[unit](n) % {"n": n}
            case {"k": "heard", "n": n, "u": unit}:
                yield _HEARD[unit](n) % {"n": n}
            case {"k": "mediated", "n": n, "u": unit}:
                yield _MEDIATED[unit](n) % {"n": n}
            case {"k": "falls", "on": on, "why": why}:
                yield _rests(date.fromisoformat(on), why, language, said)
            case {"k": "rests", "from": first, "until": last, "name": why}:
                yield _holidays(date.fromisoformat(first), date.fromisoformat(last), why, language, said)
            case {"k": "works", "on": on, "why": why}:
                yield _works(date.fromisoformat(on), why, language, said)


def _pending(term: Explained, steps: dict[str, Any], language: str, said: int) -> Iterator[str]:
    if "provisional" in steps:
        year = date.fromisoformat(steps["provisional"]["until"]).year
        yield gettext("provisional: the calendar after %(year)s is not published yet") % {"year": year}
    if term.paused_on:
        day = day_text(term.paused_on, language, said=said)
        yield gettext(_WAITING[term.pause_why]) % {"day": day}


def _rests(day: date, why: str | dict[str, str], language: str, said: int) -> str:
    shown = day_text(day, language, said=said)
    if why == WEEKEND:
        return gettext("%(day)s is a %(weekday)s") % {"day": shown, "weekday": weekday_text(day, language)}
    return gettext("%(day)s is a rest day (%(name)s)") % {"day": shown, "name": day_name(why, language)}


def _holidays(first: date, last: date, why: str | dict[str, str], language: str, said: int) -> str:
    params = {"days": days_text(first, last, language, said=said), "name": day_name(why, language)}
    if first == last:
        return gettext("%(days)s is a holiday (%(name)s)") % params
    return gettext("%(days)s are holidays (%(name)s)") % params


def _works(day: date, why: str | dict[str, str], language: str, said: int) -> str:
    shown = day_text(day, language, said=said)
    if why == MAKE_UP:
        return gettext("%(day)s is a working day (make-up)") % {"day": shown}
    return gettext("%(day)s is a working day (%(name)s)") % {"day": shown, "name": day_name(why, language)}


def day_name(why: str | dict[str, str], language: str) -> str:
    """What a rest day is called: a local day's own name, or the country's holiday in the nearest language."""
    names = why if isinstance(why, dict) else names_of(why)
    if language in names or "en" not in names:
        return name_in(names, language) or str(why)
    with override(language):
        translated = gettext(names["en"])
    return name_in(names, language) if translated == names["en"] else translated


def _joined(clauses: tuple[str, ...]) -> str:
    line = clauses[0]
    for clause in clauses[1:]:
        # Translators: two parts of one line, told one after the other
        line = gettext("%(line)s; %(more)s") % {"line": line, "more": clause}
    return line


#: Why a clock stands still, by the term's own code.
_WAITING = {
    "hearing": gettext_noop("the clock has stood still since %(day)s, while a hearing is on: it will be later"),
    "mediate": gettext_noop("the clock has stood still since %(day)s, while there is mediation: it will be later"),
    "": gettext_noop("the clock has stood still since %(day)s, as it is the resident's turn: it will be later"),
}
_Counted = dict[str, Callable[[int], str]]
_LENGTHS: _Counted = {
    "d": lambda n: ngettext("%(n)s day from %(start)s", "%(n)s days from %(start)s", n),
    "wd": lambda n: ngettext("%(n)s working day from %(start)s", "%(n)s working days from %(start)s", n),
    "m": lambda n: ngettext("%(n)s month from %(start)s", "%(n)s months from %(start)s", n),
}
_EXTENDED: _Counted = {
    "d": lambda n: ngettext("+%(n)s day, extended once", "+%(n)s days, extended once", n),
    "wd": lambda n: ngettext("+%(n)s working day, extended once", "+%(n)s working days, extended once", n),
    "m": lambda n: ngettext("+%(n)s month, extended once", "+%(n)s months, extended once", n),
}
_PAUSED: _Counted = {
    "d": lambda n: ngettext(
        "the clock stood still for %(n)s day while it was the resident's turn",
        "the clock stood still for %(n)s days while it was the resident's turn",
        n,
    ),
    "wd": lambda n: ngettext(
        "the clock stood still for %(n)s working day while it was the resident's turn",
        "the clock stood still for %(n)s working days while it was the resident's turn",
        n,
    ),
}
_HEARD: _Counted = {
    "d": lambda n: ngettext(
        "the hearing took %(n)s day, which does not count", "the hearing took %(n)s days, which do not count", n
    ),
    "wd": lambda n: ngettext(
        "the hearing took %(n)s working day, which does not count",
        "the hearing took %(n)s working days, which do not count",
        n,
    ),
}
_MEDIATED: _Counted = {
    "d": lambda n: ngettext(
        "mediation took %(n)s day, which does not count", "mediation took %(n)s days, which do not count", n
    ),
    "wd": lambda n: ngettext(
        "mediation took %(n)s working day, which does not count",
        "mediation took %(n)s working days, which do not count",
        n,
    ),
}
