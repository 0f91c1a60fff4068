"""The forms of a mediator's time: the times that are offered to all, and the hours of a week."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.desk.mediating.forms import OfSides, form_field
from yimen.desk.taking.hours import WeekHours
from yimen.mediation.sittings.rules import MOST_TIMES

AS_BROWSERS_DO = "%Y-%m-%dT%H:%M"
PROPOSED = 3  # times that stand in the form already, out of the mediator's own hours


class OfferingTimes(OfSides):
    """Up to six times, of the same length and at the same place."""

    minutes = forms.IntegerField(label=later("Minutes"), initial=60)
    form = form_field()
    where = forms.CharField(label=later("Where?"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        widget = forms.DateTimeInput({"type": "datetime-local"}, AS_BROWSERS_DO)
        for number in range(MOST_TIMES):
            label = _("Time %(number)s") % {"number": number + 1}
            self.fields[f"time_{number}"] = forms.DateTimeField(label=label, required=False, widget=widget)
        self.order_fields([f"time_{number}" for number in range(MOST_TIMES)])

    def propose(self, times: Iterable[datetime]) -> None:
        """These stand there already; whoever offers may change or empty them."""
        for number, one in enumerate(times):
            self.initial[f"time_{number}"] = localtime(one)

    def times(self) -> list[datetime]:
        """Those that were filled in."""
        typed = (self.cleaned_data[f"time_{number}"] for number in range(MOST_TIMES))
        return [one for one in typed if one]


class OfTime(OfSides):
    """One of the offered times."""

    time = forms.IntegerField(widget=forms.HiddenInput)


class MyHours(WeekHours):
    """When a mediator can usually mediate."""

    label = later("When you can mediate, %(day)s")
    hint = later("Such as 09:00–12:00, 14:00–17:30. Empty: not on this day.")
