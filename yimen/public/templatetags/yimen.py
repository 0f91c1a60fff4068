"""Words, names and dates in templates: ``{% load yimen %}``. docs/look.md shows each with an example."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, Verdict
from yimen.public import dates, words
from yimen.public.map.own import own_map
from yimen.public.saying import said

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
    return said(answer) if answer is not None else ""


@register.simple_tag
def state(code: str, reader: str = "resident", until: date | None = None, late: bool = False) -> SafeString:  # noqa: FBT001, FBT002 – a template writes late=True
    """A state tag: shape, word and whose turn: ``{% state case.state until=term.due_on %}``."""
    return _state(get_language() or "", code, reader, until, late=late)


@lru_cache(maxsize=1_000)  # few, and twenty to a list: drawing them is a tenth of its time
def _state(language: str, code: str, reader: str, until: date | None, *, late: bool) -> SafeString:  # noqa: ARG001 – part of the key
    return render_to_string(
        "public/parts/state.html", {"shown": words.state_in_words(code, reader, until=until, late=late)}
    )


@register.simple_tag
def due(due_on: date, percent: int = 0, look: str = "") -> SafeString:
    """A due date in words above how much of the time is gone: ``{% due case.due_on percent=40 look="soon" %}``."""
    return _due(get_language() or "", due_on, percent or 0, look)


@lru_cache(maxsize=10_000)
def _due(language: str, due_on: date, percent: int, look: str) -> SafeString:  # noqa: ARG001 – part of the key
    return render_to_string("public/parts/due.html", {"due_on": due_on, "percent": percent, "look": look})


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


@register.inclusion_tag("public/parts/map.html")
def town_map(point: str = "", draw: str = "", bounds: str = "") -> dict[str, object]:
    """The map, closed until somebody asks for it: ``{% town_map "#id_point" %}``; a tap writes into that field.

    ``draw`` names the fields that an outline is drawn into (``desk/drawing.js``), ``bounds`` what is shown first.
    """
    return {"point": point, "draw": draw, "bounds": bounds, "map": own_map()}
