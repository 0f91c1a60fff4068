"""The field in which a day is typed at the desk."""

from django import forms

from yimen.kernel.clock import MEANT


class DayField(forms.DateField):  # noqa: TID251 – here it is made
    """A day that a town can mean; drawn as the device's own calendar."""

    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    default_validators = MEANT
