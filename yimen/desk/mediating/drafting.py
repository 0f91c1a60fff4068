"""The form of an agreement: as many undertakings as are needed, one more with each press of a button."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.desk.days import DayField
from yimen.desk.mediating.forms import OfSides, words_of
from yimen.mediation.agreements.rules import MOST_UNDERTAKINGS, Promise, Text

ROWS = 2  # of undertakings on a form that nobody has asked for more
PARTS = ("side", "what", "how", "by", "if")
Typed = Mapping[str, Any] | None
Sides = list[tuple[int, str]]


class Drafting(OfSides):
    """The agreement, in the sides' own words."""

    facts = words_of(later("What happened, and what was disputed"))
    terms = words_of(later("What is agreed, and who answers for what"))
    rows = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Typed = None, *args: Any, sides: Sides = [], **kwargs: Any) -> None:  # noqa: ANN401, B006 – read only
        self.number = _rows(data)
        super().__init__(None if wants_more(data) else data, *args, sides=sides, **kwargs)
        if data is not None and wants_more(data):
            self.initial = {name: data[name] for name in data}  # what was typed stays
        self.initial["rows"] = self.number
        for number in range(self.number):
            self._add(number, sides)

    def _add(self, number: int, sides: Sides) -> None:
        self.fields |= {
            f"side_{number}": forms.TypedChoiceField(
                label=_("Who?"), coerce=int, required=False, empty_value="", choices=[("", _("nobody")), *sides]
            ),
            f"what_{number}": forms.CharField(label=_("does what?"), max_length=1_000, required=False),
            f"how_{number}": forms.CharField(label=_("how?"), max_length=1_000, required=False),
            f"by_{number}": DayField(label=_("by which day?"), required=False),
            f"if_{number}": forms.CharField(label=_("and if not?"), max_length=1_000, required=False),
        }

    def begin_with(self, text: Text, sides: Sides) -> None:
        """What was written before, to go on from."""
        begun: dict[str, Any] = {"facts": text.facts, "terms": text.terms}
        for number in range(self.number, len(text.promises)):
            self._add(number, sides)
        self.number = self.initial["rows"] = max(self.number, len(text.promises))
        for n, one in enumerate(text.promises):
            values = (one.side, one.what, one.how, one.by_on, one.if_not)
            begun |= {f"{part}_{n}": value for part, value in zip(PARTS, values, strict=True)}
        self.initial = {**self.initial, **begun}

    def undertakings(self) -> Iterator[tuple[int, list[BoundField]]]:
        """The fields of each, for the page."""
        for number in range(self.number):
            yield number + 1, [self[f"{part}_{number}"] for part in PARTS]

    @property
    def may_grow(self) -> bool:
        """Is there room for one more?"""
        return self.number < MOST_UNDERTAKINGS

    def clean(self) -> dict[str, Any]:
        """Who promises something says what and by when; what is promised has somebody who does."""
        said = self.cleaned_data
        for number in range(self.number):
            if any(said.get(f"{part}_{number}") for part in PARTS):
                for name in ("side", "what", "by"):
                    field = f"{name}_{number}"
                    if not said.get(field) and field not in self.errors:
                        self.add_error(field, _("This field is required."))
        return said

    def text(self) -> Text:
        """The agreement."""
        said = self.cleaned_data
        promises = tuple(
            Promise(said[f"side_{n}"], said[f"what_{n}"], said[f"by_{n}"], said[f"how_{n}"], said[f"if_{n}"])
            for n in range(self.number)
            if said[f"side_{n}"]
        )
        return Text(said["facts"], said["terms"], promises)


def wants_more(data: Typed) -> bool:
    """Was "one more" pressed? Then nothing is checked or written yet."""
    return data is not None and "more" in data


def _rows(data: Typed) -> int:
    typed = str(data.get("rows", "")) if data is not None else ""
    asked = int(typed) if typed.isdecimal() and len(typed) < 4 else ROWS
    return min(max(asked, ROWS) + wants_more(data), MOST_UNDERTAKINGS)
