"""Days that somebody types or an address names: only those that a town can mean."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

#: A year 1 or 9999 is a slip of the keys, and no calendar counts on from it.
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
FAR = _("Please choose a day between 1900 and 2199.")


class DayField(forms.DateField):  # noqa: TID251 – here it is made
    """A day, as browsers send it; drawn as the device's own calendar."""

    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    default_validators = [MinValueValidator(FIRST, FAR), MaxValueValidator(LAST, FAR)]


def read_day(code: str) -> date | None:
    """The day that this code names ("2026-03-02"); nothing if it makes no sense, or nobody can mean it."""
    try:
        day = date.fromisoformat(code)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
