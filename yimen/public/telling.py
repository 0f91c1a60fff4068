"""The form "Tell us": one page, the short part first, the rest folded away."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.cases.joint.rules import MOST_REPRESENTATIVES
from yimen.cases.joint.words import CONSENT
from yimen.cases.needs.words import need_choices
from yimen.cases.rules import LONGEST_WORDS, Channel, Way
from yimen.cases.submission import NO_ADDRESS, OUTSIDE, Submission
from yimen.cases.words import KINDS, WAYS
from yimen.kernel.languages import name_in
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import gettext_noop
from yimen.public.many_files import BOUNDS, HINT, ManyFiles
from yimen.routing.rules import Kind
from yimen.routing.town import Town

DAMAGED = gettext_noop("This form was damaged on the way. Please look at it and send it once more.")
Choices = list[tuple[str, Any]]


class OfTheTown(forms.ChoiceField):
    """A code from one of the town's long lists. They are drawn where they are shown; a sent code is looked up."""

    is_known: Callable[[str], bool] = staticmethod(lambda _code: False)

    def valid_value(self, value: Any) -> bool:  # noqa: ANN401 – Django's own signature
        """Does the town know this code?"""
        return self.is_known(str(value))


class Telling(forms.Form):
    """What happened, where, what about, how to be told. Only the first is needed."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=64)
    words = forms.CharField(
        label=later("What happened?"),
        help_text=later("In your own words and language. Please do not write about private matters of other people."),
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_WORDS}),
        max_length=LONGEST_WORDS,
    )
    kind = forms.ChoiceField(label=later("What is it?"), widget=forms.RadioSelect, initial=Kind.HELP.value)
    category = OfTheTown(
        label=later("What is it about?"),
        help_text=later("Leave it open if you are not sure; a clerk finds out."),
        required=False,
    )
    place = OfTheTown(label=later("Where?"), required=False)
    place_words = forms.CharField(
        label=later("Where, in words"),
        help_text=later("For example: in front of the primary school."),
        max_length=200,
        required=False,
    )
    point = forms.CharField(
        label=later("Point on the map"),
        help_text=later("East and north in degrees, for example 102.91, 34.98."),
        max_length=60,
        required=False,
    )
    files = ManyFiles(  # type: ignore[assignment]  # a field for a moment only
        label=later("Photos or documents"), required=False
    )
    about_office = OfTheTown(
        label=later("Is it a complaint about an office? Which one?"),
        help_text=later("That office will never see your case."),
        required=False,
    )
    tell = forms.ChoiceField(label=later("How shall we tell you?"), widget=forms.RadioSelect, initial=Way.HERE.value)
    email = forms.EmailField(label=later("E-mail"), required=False, max_length=254)
    phone = forms.CharField(label=later("Mobile number"), required=False, max_length=40)
    consent = forms.ChoiceField(
        label=later("How has the person you bring it for agreed?"),
        help_text=later("Fill in how they are reached, not you. The receipt is theirs: please give it to them."),
        choices=[("", later("It is my own matter")), *((each.value, later(words)) for each, words in CONSENT.items())],
        widget=forms.RadioSelect,
        required=False,
    )
    needs = forms.MultipleChoiceField(
        label=later("What shall we see to?"),
        help_text=later("For whoever the case is about. Nobody asks why."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_followed = forms.BooleanField(
        label=later("I want a receipt of my own that shows where it stands. They can end it."), required=False
    )
    others = forms.TypedChoiceField(
        label=later("How many others stand with you?"),
        help_text=later("You get an invitation for each, to hand over. Each then has a receipt of their own."),
        choices=[(n, n) for n in range(MOST_REPRESENTATIVES)],
        coerce=int,
        required=False,
    )
    contact_name = forms.CharField(
        label=later("Your name"), help_text=later("You need not give it."), required=False, max_length=120
    )
    language = forms.ChoiceField(label=later("Language of our letters"))

    def __init__(self, *args: Any, town: Town, reader: str, languages: Choices, has_sms: bool, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._town = town
        self.initial.setdefault("nonce", new_nonce())
        self._damaged = self.is_bound and not NONCE.fullmatch(self.data.get("nonce", ""))
        if self._damaged:  # the page that says so carries a whole one, so that the next sending works
            self.data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict
            self.data["nonce"] = new_nonce()  # type: ignore[index]
        self.fields["files"].help_text = _(HINT) % BOUNDS
        self.initial.setdefault("language", reader)
        offered = [
            (way.value, _(words))
            for way, words in WAYS.items()
            if way not in ({Way.POST} if has_sms else {Way.POST, Way.SMS})
        ]
        self._offer("kind", [(kind.value, _(words)) for kind, words in KINDS.items()])
        self._offer("category", partial(_categories, town, reader), lambda code: town.catalogue.leaf(code) is not None)
        self._offer("place", partial(place_choices, town, reader), town.places.by_code.__contains__)
        self._offer("about_office", partial(_offices, town, reader), town.offices.by_code.__contains__)
        self._offer("tell", offered)
        self._offer("language", languages)
        self._offer("needs", need_choices())

    def _offer(
        self, name: str, choices: Choices | Callable[[], Choices], is_known: Callable[[str], bool] | None = None
    ) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = choices
        if isinstance(field, OfTheTown) and is_known:
            field.is_known = is_known

    def clean_nonce(self) -> str:
        """The form's own secret; one that was cut short would make a receipt that can be guessed."""
        if self._damaged:
            raise forms.ValidationError(_(DAMAGED))
        return str(self.cleaned_data["nonce"])

    def clean_words(self) -> str:
        """The words as they were typed: a sign that stands for lost letters would only be noticed by the office."""
        words: str = self.cleaned_data["words"]
        if "\ufffd" in words:
            raise forms.ValidationError(_("Some letters were lost on the way (�). Please write them again."))
        return words

    def clean_point(self) -> tuple[float, float] | None:
        """Two numbers, east first, within the town."""
        typed: str = self.cleaned_data["point"].replace("，", ",").strip()
        if not typed:
            return None
        try:
            east, north = (float(part) for part in typed.split(","))
        except ValueError:
            raise forms.ValidationError(_("Please write two numbers, for example 102.91, 34.98.")) from None
        if self._town.places.area_at(east, north) is None:
            raise forms.ValidationError(_(OUTSIDE))
        return east, north

    def clean(self) -> dict[str, Any]:
        """A way to be told needs its address."""
        tell = self.cleaned_data.get("tell")
        for way, field in ((Way.EMAIL, "email"), (Way.SMS, "phone")):
            if tell == way and not self.cleaned_data.get(field) and field not in self.errors:
                self.add_error(field, _(NO_ADDRESS))
        if self.cleaned_data.get("is_followed") and not self.cleaned_data.get("consent"):
            self.add_error("consent", _("Please say how they agreed."))
        return self.cleaned_data

    def submission(self) -> Submission:
        """What was filled in, as the channel hands it over."""
        said = self.cleaned_data
        east, north = said["point"] or (None, None)
        return Submission(
            nonce=said["nonce"],
            words=said["words"],
            language=said["language"],
            kind=Kind(said["kind"]),
            channel=Channel.WEB,
            category=said["category"],
            longitude=east,
            latitude=north,
            place=said["place"],
            place_words=said["place_words"],
            tell=Way(said["tell"]),
            contact_name=said["contact_name"],
            email=said["email"],
            phone=said["phone"],
            accused_office=said["about_office"],
            consent=said["consent"],
            needs=tuple(said["needs"]),
            is_followed=bool(said["consent"] and said["is_followed"]),
            others=said["others"] or 0,
        )


def _categories(town: Town, reader: str) -> Choices:
    groups = [
        (name_in(branch.names, reader), [(leaf.code, name_in(leaf.names, reader)) for leaf in leaves])
        for branch, leaves in town.catalogue.branches()
    ]
    return [("", _("I am not sure")), *groups]


def place_choices(town: Town, reader: str) -> Choices:
    """Townships and their villages; the point on the map finds the service area."""
    root = town.places.town
    groups: Choices = []
    for township in town.places.places_below(root.path, "township") if root else []:
        villages = town.places.places_below(township.path, "village")
        own = (township.code, name_in(township.names, reader))
        groups.append((own[1], [own, *((v.code, name_in(v.names, reader)) for v in villages)]))
    if not groups and root:
        groups = [(v.code, name_in(v.names, reader)) for v in town.places.places_below(root.path, "village")]
    return [("", _("Nowhere in particular")), *groups]


def _offices(town: Town, reader: str) -> Choices:
    asked = [o for o in town.offices.by_id.values() if o.is_open and town.offices.in_place_of(o.id)]
    offices = [(o.code, name_in(o.names, reader)) for o in asked]
    return [("", _("No, it is not")), *offices]
