"""The forms of committees: one more, a seat, and what it mediates where."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as later

from yimen.desk.days import DayField
from yimen.kernel.languages import LANGUAGES, name_in
from yimen.mediation.rules import Kind
from yimen.mediation.words import KINDS
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town

_KINDS = [(kind.value, later(KINDS[kind])) for kind in Kind]


def choices(form: forms.Form, **found: list[tuple[object, str]]) -> None:
    """Give these fields what there is to choose from."""
    for name, offered in found.items():
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = offered


class NewCommittee(forms.Form):
    """A committee more."""

    code = forms.SlugField(label=later("Code of the committee"), max_length=40)
    level = forms.ChoiceField(label=later("Of what?"))
    office = forms.TypedChoiceField(label=later("In which office do its mediators have their posts?"), coerce=int)
    title = forms.CharField(label=later("Name"), max_length=80)
    sign = forms.CharField(
        label=later("The sign of its numbers"), max_length=8, help_text=later("For example 格: （2026）格人调字第1号")
    )


class NewSeat(forms.Form):
    """Somebody gets a seat."""

    post = forms.TypedChoiceField(label=later("From which post?"), coerce=int)
    engaged = forms.ChoiceField(label=later("As what?"))
    is_head = forms.BooleanField(label=later("Heads the committee: names mediators, and seals"), required=False)
    languages = forms.MultipleChoiceField(
        label=later("Which languages do they speak?"), choices=settings.LANGUAGES, initial=list(LANGUAGES),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=later("Types of disputes they know best"), choices=_KINDS, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=later("None: any."),
    )  # fmt: skip
    of_studio = forms.TypedChoiceField(label=later("In which studio?"), coerce=int, required=False, empty_value=None)
    from_on = DayField(label=later("From"))
    until_on = DayField(
        label=later("The first day after the term"),
        help_text=later("Three years at most."),
    )  # fmt: skip


class Purview(forms.Form):
    """What a committee mediates, and where besides its own area."""

    kinds = forms.MultipleChoiceField(
        label=later("Which types of disputes does it mediate?"), choices=_KINDS, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=later("None: any."),
    )  # fmt: skip
    places = forms.CharField(
        label=later("Which places does it serve besides its own?"), required=False, max_length=4_000,
        widget=forms.Textarea({"rows": 3}), help_text=later("One on each line, by name or code."),
    )  # fmt: skip

    def __init__(self, *args: Any, town: Town, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.town, self.codes = town, list[str]()

    def clean_places(self) -> str:
        """Each line names one place; the codes of all stand in ``codes``."""
        typed = self.cleaned_data["places"]
        lines = [line.strip() for line in typed.splitlines() if line.strip()]
        found = {line: self.town.places.named(line) for line in lines}
        for line, places in found.items():
            if len(places) != 1:
                said = (
                    gettext("There is no place called %(name)s.")
                    if not places
                    else gettext("Several places are called %(name)s. Please write the code: %(codes)s.")
                )
                self.add_error("places", said % {"name": line, "codes": ", ".join(one.code for one in places)})
        self.codes = [places[0].code for places in found.values() if places]
        return str(typed)


def purview_as_typed(kinds: Iterable[str], codes: Iterable[str], places: dict[str, PlaceFacts]) -> dict[str, object]:
    """What stands in the form at first: names where one place has the name, codes elsewhere."""
    language = get_language() or ""
    known = [places[code] for code in codes if code in places]
    names = [name_in(one.names, language) for one in places.values()]
    lines = [name if names.count(name) == 1 else one.code for one in known if (name := name_in(one.names, language))]
    return {"kinds": list(kinds), "places": "\n".join(lines)}
