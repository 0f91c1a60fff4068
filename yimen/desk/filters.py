"""What a list is narrowed by: a form that is sent by GET, so that a list has an address."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.lists import Wanted, Which, has_list
from yimen.cases.words import CHANNELS
from yimen.desk.acting import AtDesk
from yimen.desk.days import DayField
from yimen.desk.words import KINDS, STATES
from yimen.kernel.languages import name_in
from yimen.people.rules import Acting
from yimen.routing.town import Town

#: With more places than this, a list of them helps nobody: then only those areas are offered that lie in the village
#: that is chosen, or beside the area.
MOST_PLACES = 150
FIRST_A_VILLAGE = _("Once a village is chosen, its areas are offered too.")
LIST = "list"
ANY = ("", _("Any"))
Choices = list[tuple[Any, Any]]


@dataclass(frozen=True)
class Scene:
    """What the choices depend on: two are alike while nobody changed the town."""

    language: str
    place_path: str
    editions: tuple[tuple[str, int], ...]
    town: Town = field(compare=False)

    @classmethod
    def of(cls, acting: Acting, town: Town) -> "Scene":
        return cls(get_language() or "", acting.place_path, tuple(sorted(town.editions.items())), town)


class Line(NamedTuple):
    """One field as it is drawn."""

    label: str
    id_for_label: str
    html: SafeString
    note: str = ""  # what is wrong with what was chosen, or what to know before choosing


def _day(label: Any) -> DayField:  # noqa: ANN401 – a lazy translation
    return DayField(label=label, required=False, input_formats=["%Y-%m-%d"])


class Filters(forms.Form):
    """What a case is about, where, how it came, in which language, and when. What makes no sense is not chosen."""

    state = forms.ChoiceField(label=_("State"), required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    received_from = _day(_("Received from"))
    received_to = _day(_("Received until"))
    due_until = _day(_("Due until"))

    def __init__(self, asked: Mapping[str, str], scene: Scene) -> None:
        super().__init__(asked)
        self.asked, self.scene, self.town = asked, scene, scene.town
        for name, offered in OFFERED.items():
            chooser = self.fields[name]
            assert isinstance(chooser, forms.ChoiceField)  # noqa: S101 – for the types: they all are, above
            chooser.choices = partial(_with_any, offered, scene)
        if chosen := asked.get("place"):
            self.fields["place"].choices = partial(_with_any, partial(_with_chosen, chosen), scene)  # type: ignore[attr-defined]
        self.full_clean()

    def lines(self) -> Iterator[Line]:
        """The fields to be drawn; those in which nothing is said, from memory: their choices are half of a page."""
        for name in self.fields:
            is_blank = name in Filters.base_fields and not self.asked.get(name)
            yield _blank(self.scene, name) if is_blank else _line(self, name)

    def wanted(self, which: Which) -> Wanted:
        """The list that is asked for."""
        said = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        days = {name: self.cleaned_data.get(name) for name in ("received_from", "received_to", "due_until")}
        category = self.town.catalogue.by_code.get(said["category"])
        place = self.town.places.by_code.get(said["place"])
        return Wanted(
            which=which,
            state=said["state"],
            category=category.id if category else None,
            area=place.id if place else None,
            channel=said["channel"],
            language=said["language"],
            kind=said["kind"],
            **days,
            after=self.asked.get("after", ""),
            before=self.asked.get("before", ""),
        )

    def chosen(self) -> dict[str, str]:
        """What narrows the list now, for links that keep it."""
        return {name: str(value) for name in self.fields if (value := self.cleaned_data.get(name))}


def filters_of(request: AtDesk) -> Filters:
    """What the address of a list says."""
    return Filters(request.GET.dict(), Scene.of(request.acting, request.town))


def asked_list(request: AtDesk, filters: Filters | None = None) -> tuple[Wanted, dict[str, str]]:
    """The list that is asked for, if this post has it, else "my turn"; and its codes, for links that keep it."""
    asked = request.GET.get(LIST, "")
    which = Which(asked) if asked in set(Which) else Which.MINE
    which = which if has_list(request.acting, which, request.town) else Which.MINE
    filters = filters or filters_of(request)
    return filters.wanted(which), {LIST: which.value} | filters.chosen()


def _line(form: Filters, name: str) -> Line:
    drawn = form[name]
    is_long = name == "place" and len(form.town.places.places_below(form.scene.place_path)) > MOST_PLACES
    note = " ".join(map(str, drawn.errors)) or (str(FIRST_A_VILLAGE) if is_long else "")
    return Line(str(drawn.label), drawn.id_for_label, mark_safe(str(drawn)), note)  # noqa: S308 – Django drew it


@lru_cache(maxsize=5_000)
def _blank(scene: Scene, name: str) -> Line:
    return _line(Filters({}, scene), name)


def _with_any(offered: Callable[[Scene], Choices], scene: Scene) -> Choices:
    return [ANY, *offered(scene)]


def categories(town: Town) -> Choices:
    """Each branch as a group: the whole of it, then its leaves."""
    language = get_language() or ""
    groups: Choices = []
    for branch, leaves in town.catalogue.branches():
        name = name_in(branch.names, language)
        inside = [(leaf.code, name_in(leaf.names, language)) for leaf in leaves if leaf.procedure_code]
        if inside:
            groups.append((name, [(branch.code, gettext("All of: %(name)s") % {"name": name}), *inside]))
    return groups


def places(town: Town, place_path: str, chosen: str = "") -> Choices:
    """The places inside the one that the post serves, indented by their level; of many, see :data:`MOST_PLACES`.

    Whatever place of the town is chosen is offered: a list that was kept at another post says what it narrows.
    """
    language = get_language() or ""
    inside = town.places.places_below(place_path)
    place = town.places.by_code.get(chosen)
    if len(inside) > MOST_PLACES:
        around = place and (place.path if place.level != "area" else place.path.rstrip("/").rpartition("/")[0] + "/")
        inside = [p for p in inside if p.level != "area" or (around and p.path.startswith(around))]
    if place and place not in inside:
        inside.append(place)
    depth = place_path.count("/") + 1
    return [(p.code, "\u2003" * max(0, p.path.count("/") - depth) + name_in(p.names, language)) for p in inside]


def _with_chosen(chosen: str, scene: Scene) -> Choices:
    return places(scene.town, scene.place_path, chosen)


#: What each field offers; asked for only where it is drawn anew, or something is chosen.
OFFERED: dict[str, Callable[[Scene], Choices]] = {
    "state": lambda _: list(STATES.items()),
    "category": lambda scene: categories(scene.town),
    "place": lambda scene: places(scene.town, scene.place_path),
    "channel": lambda _: [(code.value, gettext(words)) for code, words in CHANNELS.items()],
    "language": lambda _: list(settings.LANGUAGES),
    "kind": lambda _: list(KINDS.items()),
}
