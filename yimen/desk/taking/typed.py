"""A choice from a long list that is typed: any part of the name that fits one thing alone is enough."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import get_language, gettext

from yimen.kernel.languages import name_in
from yimen.routing.town import Town

SEVERAL = 6  # so many are named where several fit


class Offer(NamedTuple):
    """One thing to choose: its code, how the list shows it, and all its own names."""

    code: str
    shown: str
    names: tuple[str, ...]


class Typed(forms.CharField):
    """Cleans to a code; says which ones fit where it is not clear. ``of`` names the list in the page."""

    def __init__(self, *, of: str, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        attributes = {"list": of, "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attributes), required=False, max_length=120, **kwargs)
        self.offers: list[Offer] = []

    def clean(self, value: Any) -> str:  # noqa: ANN401 – Django's own
        """The code of what was meant; empty where nothing was typed."""
        typed = str(super().clean(value))
        return one_of(typed, self.offers).code if typed else ""


def one_of(typed: str, offers: Iterable[Offer]) -> Offer:
    """The one that is called so, or the only one in whose own name this stands, or in whose name with its group."""
    sought = typed.casefold().strip()
    offers = list(offers)
    exact = [o for o in offers if sought in {o.code.casefold(), o.shown.casefold(), *map(str.casefold, o.names)}]
    fitting = (
        exact
        or [o for o in offers if sought in " ".join(o.names).casefold()]
        or [o for o in offers if sought in o.shown.casefold()]
    )
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise forms.ValidationError(gettext("Nothing in the list is called so. Leave it empty if you are not sure."))
    some = ", ".join(offer.shown for offer in fitting[:SEVERAL])
    raise forms.ValidationError(gettext("Several fit: %(some)s. Please type a little more.") % {"some": some})


def categories(town: Town) -> list[Offer]:
    """What a case can be about, each with its branch."""
    return [
        _offer(leaf.code, leaf.names, _name(branch.names))
        for branch, leaves in town.catalogue.branches()
        for leaf in leaves
    ]


def places(town: Town) -> list[Offer]:
    """Townships and villages."""
    root = town.places.town
    found = []
    for township in town.places.places_below(root.path, "township") if root else []:
        found.append(_offer(township.code, township.names))
        villages = town.places.places_below(township.path, "village")
        found += [_offer(village.code, village.names, _name(township.names)) for village in villages]
    return found


def offices(town: Town) -> list[Offer]:
    """Offices that somebody can complain about, because another one answers for them."""
    asked = [office for office in town.offices.by_id.values() if office.is_open]
    return [_offer(office.code, office.names) for office in asked if town.offices.in_place_of(office.id)]


def _offer(code: str, names: Mapping[str, str], within: str = "") -> Offer:
    shown = f"{_name(names)} · {within}" if within else _name(names)
    return Offer(code, shown, tuple(names.values()))


def _name(names: Mapping[str, str]) -> str:
    return name_in(names, get_language() or "")
