"""The hours of a week as a person writes them: 09:00–12:00, 14:00–17:30."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.people.rules import WEEKDAYS, Hours, are_hours

_SPAN = re.compile(r"(\d{1,2})[:：](\d\d)\s*[-–—~～至]\s*(\d{1,2})[:：](\d\d)")
_BETWEEN = re.compile(r"[,，、;；\s]*")
DAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


class WeekHours(forms.Form):
    """A field for each day; what was understood stands in ``hours``."""

    label: Any = _("Opening hours, %(day)s")
    hint: Any = _("Such as 09:00–12:00, 14:00–17:30. Empty: closed.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        for day, words in zip(WEEKDAYS, DAYS, strict=True):
            hint = self.hint if day == "mon" else ""
            label = self.label % {"day": words}
            self.fields[day] = forms.CharField(label=label, help_text=hint, max_length=100, required=False)

    def clean(self) -> None:
        """Hours are read day by day, so that the field that is wrong says so."""
        self.hours: dict[str, list[list[str]]] = {}
        for day in WEEKDAYS:
            typed = self.cleaned_data.get(day, "")
            spans, rest = _spans(typed)
            verdict = are_hours({day: spans})
            if rest or not verdict:
                self.add_error(day, gettext("These hours are not understood. Write them like 09:00–12:00."))
            elif spans:
                self.hours[day] = spans


def typed_hours(hours: Hours) -> dict[str, object]:
    """The same hours as somebody would have typed them."""
    return {day: ", ".join("–".join(span) for span in spans) for day, spans in hours.items()}


def _spans(typed: str) -> tuple[list[list[str]], str]:
    """Spans of "HH:MM", and what is left that nobody understands."""
    spans = [[f"{int(a):02}:{b}", f"{int(c):02}:{d}"] for a, b, c, d in _SPAN.findall(typed)]
    return spans, _BETWEEN.sub("", _SPAN.sub("", typed))
