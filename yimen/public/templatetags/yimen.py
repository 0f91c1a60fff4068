"""Words, names and dates in templates: ``{% load yimen %}``. docs/look.md shows each with an example."""

from collections.abc import Mapping
from datetime import date, datetime

from django import template
from django.utils.translation import get_language, gettext

from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, Verdict
from yimen.public import dates, words

register = template.Library()


@register.filter
def named(names: Mapping[str, str] | None) -> str:
    """The name in the reader's language: ``{{ office.names|named }}``."""
    return name_in(names or {}, get_language() or "")


@register.filter
def spoken(words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A kept text in the reader's language, or in the nearest, which it names: ``{{ entry.words|spoken }}``."""
    language = name_in({code: code for code in words}, get_language() or "")
    return {**words.get(language, {}), "language": language}


@register.filter
def day(value: date | None) -> str:
    """A date in words; nothing for none: ``{{ case.due_on|day }}``."""
    return dates.day_in_words(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """A date and time in words, in the town's own time: ``{{ entry.at|moment }}``."""
    return dates.moment_in_words(value) if value else ""


@register.filter
def o_clock(value: datetime) -> str:
    """The time of the day in the town: ``{{ entry.at|o_clock }}``."""
    return dates.time_in_words(value)


@register.simple_tag
def say(answer: Verdict | Refused | None) -> str:
    """The reason of a verdict or refusal in the reader's language: ``{% say verdict %}``."""
    verdict = answer.verdict if isinstance(answer, Refused) else answer
    if verdict is None or not verdict.reason:
        return ""
    return gettext(verdict.reason) % {key: _shown(value) for key, value in verdict.params.items()}


def _shown(value: object) -> object:
    if isinstance(value, Mapping):
        return named(value)
    if isinstance(value, datetime):
        return dates.moment_in_words(value)
    return dates.day_in_words(value) if isinstance(value, date) else value


@register.inclusion_tag("public/parts/state.html")
def state(code: str, reader: str = "resident", until: date | None = None, late: bool = False) -> dict[str, object]:  # noqa: FBT001, FBT002 – a template writes late=True
    """A state tag: shape, word and whose turn: ``{% state case.state until=term.due_on %}``."""
    return {"shown": words.state_in_words(code, reader, until=until, late=late)}


@register.inclusion_tag("public/parts/date.html")
def explained(value: date, why: str, label: str = "") -> dict[str, object]:
    """A date in words with its reason one tap away: ``{% explained term.due_on why=explanation %}``."""
    return {"value": value, "why": why, "label": label}


_BARE = {"govuk-radios__input", "govuk-checkboxes__input", "y-file"}  # carry none of a text field's ARIA states


@register.filter
def kept(attributes: Mapping[str, object], ours: str) -> list[tuple[str, object]]:
    """The attributes of a field that we print, by its class. The browser must neither cut words off nor refuse in its
    own words: no ``maxlength``, no ``required``.
    """
    dropped = {"class", "required", "maxlength"} | ({"aria-invalid"} if ours in _BARE else set())
    pairs = [(name, value) for name, value in attributes.items() if name not in dropped and value is not False]
    if attributes.get("required") and ours not in _BARE:
        pairs.append(("aria-required", "true"))
    return pairs
