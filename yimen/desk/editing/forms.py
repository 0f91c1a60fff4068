"""Forms that change what stands there already."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import get_language, gettext

from yimen.desk.words import Words
from yimen.kernel.languages import name_in

SEEN = "seen"


class Editing(forms.Form):
    """A form that knows what stood there when the person began, so that a stale one is noticed."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def in_each_language(self, prefix: str, label: Words, longest: int, rows: int = 1) -> None:
        """One field a language: ``name_zh-hans``, ``name_bo``, ``name_en``."""
        for code, language in settings.LANGUAGES:
            attrs: dict[str, Any] = {"lang": code}
            widget = forms.Textarea(attrs | {"rows": rows}) if rows > 1 else forms.TextInput(attrs)
            self.fields[f"{prefix}_{code}"] = forms.CharField(
                label=f"{label} · {language}", max_length=longest, required=False, widget=widget
            )

    def said(self, prefix: str) -> dict[str, str]:
        """What was typed in each language."""
        return {code: self.cleaned_data[f"{prefix}_{code}"] for code, _ in settings.LANGUAGES}

    def refuse(self, sentence: str) -> None:
        """Say the reason and keep what was typed; the next try counts from what stands there now."""
        self.add_error(None, sentence)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed[SEEN] = str(self.initial[SEEN])
        self.data = typed

    def differences(self) -> Iterator[tuple[Words, str, str]]:
        """Each field that would change: its label, what stands there, what would stand there."""
        for name in self.changed_data:
            field = self.fields[name]
            if name != SEEN:
                before, after = self.initial.get(name), self.cleaned_data.get(name)
                yield field.label or name, shown(before, field), shown(after, field)


def spread(prefix: str, names: Mapping[str, str]) -> dict[str, str]:
    """Names as the fields of a form begin with them."""
    return {f"{prefix}_{code}": names.get(code, "") for code, _ in settings.LANGUAGES}


def shown(value: Any, field: forms.Field | None = None) -> str:  # noqa: ANN401 – any value of a cell
    """A value as people read it: a choice by its words, yes or no, names in the reader's language."""
    words = _choices(field)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list | tuple):
        return ", ".join(words.get(str(each), str(each)) for each in value) or "–"
    if isinstance(value, Mapping):
        return name_in(value, get_language() or "") or "–"
    return words.get(str(value), str(value)) if value not in (None, "") else "–"


def _choices(field: forms.Field | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, label in getattr(field, "choices", ()):
        inside = label if isinstance(label, list | tuple) else [(value, label)]
        found |= {str(code): str(words) for code, words in inside}
    return found
