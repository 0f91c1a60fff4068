"""The forms of a booking: a time of those that are free, and how to be reminded. There is no field for a name."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.cases.rules import Way
from yimen.cases.submission import NO_ADDRESS
from yimen.cases.words import WAYS
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.notifications.queries import ways_out
from yimen.public.dates import day_in_words, time_in_words
from yimen.public.telling import DAMAGED
from yimen.visits.booked.queries import Day


class Choosing(forms.Form):
    """One of the free times."""

    begins_at = forms.TypedChoiceField(label=later("When?"), coerce=datetime.fromisoformat)

    def __init__(self, *args: Any, days: list[Day], **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        times = self.fields["begins_at"]
        assert isinstance(times, forms.ChoiceField)  # noqa: S101 – for the type checker
        free = [(day_in_words(day.on), [(one.isoformat(), time_in_words(one)) for one in day.times]) for day in days]
        times.choices = [("", _("Please choose")), *free]
        times.error_messages["invalid_choice"] = _("This time is no longer free. Please choose another one.")


class Booking(Choosing):
    """A time, and whether to be reminded; a receipt if the visit is about a case that is here already."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=64)
    receipt = forms.CharField(
        label=later("Receipt of your case, if you come about one"), max_length=60, required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "y-code"}),
    )  # fmt: skip
    tell = forms.ChoiceField(label=later("Shall we remind you?"), widget=forms.RadioSelect, initial=Way.HERE.value)
    email = forms.EmailField(label=later("E-mail"), required=False, max_length=254)
    phone = forms.CharField(label=later("Mobile number"), required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nonce", new_nonce())
        self._damaged = self.is_bound and not NONCE.fullmatch(self.data.get("nonce", ""))
        if self._damaged:  # the page that says so carries a whole one
            self.data = {name: self.data.get(name) for name in self.data} | {"nonce": new_nonce()}
        ways = self.fields["tell"]
        assert isinstance(ways, forms.ChoiceField)  # noqa: S101 – for the type checker
        ways.choices = [(Way.HERE.value, _("No, I remember it")), *((way, _(WAYS[Way(way)])) for way in ways_out())]

    def clean_nonce(self) -> str:
        """The form's own secret: a visit that is booked with another one could be booked twice."""
        if self._damaged:
            raise forms.ValidationError(_(DAMAGED))
        return str(self.cleaned_data["nonce"])

    def clean(self) -> dict[str, Any]:
        """A way to be reminded needs its address."""
        said = self.cleaned_data
        for way, field in ((Way.EMAIL, "email"), (Way.SMS, "phone")):
            if said.get("tell") == way and not said.get(field) and field not in self.errors:
                self.add_error(field, _(NO_ADDRESS))
        return said

    def address(self) -> str:
        """Where the reminder goes."""
        said = self.cleaned_data
        return str(said["email"] if said["tell"] == Way.EMAIL else said["phone"] if said["tell"] == Way.SMS else "")
