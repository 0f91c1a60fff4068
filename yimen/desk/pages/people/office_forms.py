"""The forms of an office: its names, telephone, address and hours as a person writes them."""

from typing import Any
from zlib import crc32

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.editing.words import FUNCTIONS_OF_MANY, function_in_words
from yimen.desk.taking.hours import WeekHours, typed_hours
from yimen.kernel.languages import name_in
from yimen.people.queries import ONE_DOOR, OfficeFacts
from yimen.people.verbs.open_office import Shown
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town

LANGUAGES = {"zh": "zh-hans", "bo": "bo", "en": "en"}
LONGEST_CODE = 40


class Shows(WeekHours):
    """What residents read of an office."""

    zh = forms.CharField(label=_("Name in Chinese"), max_length=120)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    office_telephone = forms.CharField(
        label=_("Telephone of the office"), help_text=_("Never a person’s own."), max_length=40, required=False
    )
    address_zh = forms.CharField(label=_("Address in Chinese"), max_length=200, required=False)
    address_bo = forms.CharField(label=_("Address in Tibetan"), max_length=200, required=False)
    address_en = forms.CharField(label=_("Address in English"), max_length=200, required=False)

    def shown(self, names: dict[str, str], address: dict[str, str] | None = None) -> Shown:
        """As the verb takes it; a language that this form does not know keeps its words."""
        typed = self.cleaned_data
        said_here = {code: typed[field] for field, code in LANGUAGES.items()}
        where = {code: typed[f"address_{field}"] for field, code in LANGUAGES.items()}
        return Shown(_filled(names, said_here), typed["office_telephone"], _filled(address or {}, where), self.hours)


def _filled(before: dict[str, str], typed: dict[str, str]) -> dict[str, str]:
    return {code: words for code, words in {**before, **typed}.items() if words}


class OfficeForm(Shows):
    """The same for an office that is there; it knows what stood on the page."""

    is_open = forms.BooleanField(
        label=_("Takes new cases"), help_text=_("If not, what it has stays its own."), required=False
    )
    stood = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, office: OfficeFacts) -> None:  # noqa: ANN401 – Django's own
        self.stands = str(
            crc32(repr((office.names, office.telephone, office.address, office.hours, office.is_open)).encode())
        )
        begun: dict[str, object] = {
            "office_telephone": office.telephone,
            "is_open": office.is_open,
            "stood": self.stands,
        }
        for field, code in LANGUAGES.items():
            begun |= {field: office.names.get(code, ""), f"address_{field}": office.address.get(code, "")}
        begun |= typed_hours(office.hours)
        super().__init__(data, initial=begun)

    def clean(self) -> None:
        """Also: nobody was quicker."""
        super().clean()
        if self.cleaned_data.get("stood") != self.stands:
            self.add_error(None, gettext("Somebody has changed this office meanwhile. Look at it again, then save."))
            self.data = {name: self.data[name] for name in self.data} | {"stood": self.stands}


class NewOffice(Shows):
    """An office that is not there yet."""

    kind = forms.ChoiceField(label=_("What it is"), choices=[("centre", _("Centre")), ("department", _("Department"))])
    function = forms.ChoiceField(label=_("What it does"), help_text=_("Cases find their way to it by this."))
    above = forms.ChoiceField(label=_("Superior"), required=False)
    field_order = ("kind", "function", "above")

    def __init__(self, data: Any, *, town: Town, place: PlaceFacts) -> None:  # noqa: ANN401 – Django's own
        super().__init__(data)
        self.town, self.place, language = town, place, get_language() or ""
        functions = {office.function: office for office in reversed(list(town.offices.by_id.values()))}
        known = {*town.catalogue.remits.values(), *functions, ONE_DOOR}
        said = {f: name_in(office.names, language) for f, office in functions.items() if f not in FUNCTIONS_OF_MANY}
        words = {f: said.get(f) or function_in_words(f) for f in known}
        self.fields["function"].choices = sorted(words.items(), key=lambda one: one[1])  # type: ignore[attr-defined]
        chain = [up.id for up in town.places.chain(place.id)]
        above = [o for o in town.offices.by_id.values() if o.place_id in chain and o.is_open]
        choices = [("", gettext("None")), *((o.code, name_in(o.names, language)) for o in above)]
        self.fields["above"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A place has one office with a function, whatever its code."""
        super().clean()
        function = self.cleaned_data.get("function")
        here = [o for o in self.town.offices.by_id.values() if o.place_id == self.place.id and o.function == function]
        if here or self.code() in self.town.offices.by_code:
            self.add_error("function", gettext("This place has such an office already. Change that one."))

    def code(self) -> str:
        """By which tables and the journal know it."""
        return f"{self.place.code}-{self.cleaned_data.get('function')}"[:LONGEST_CODE]

    def superior(self) -> str:
        """The office above it, if any."""
        return str(self.cleaned_data["above"])
