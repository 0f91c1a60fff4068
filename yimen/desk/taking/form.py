"""The form at the counter: in the order in which somebody tells, and filled in without a mouse."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.joint.rules import MOST_REPRESENTATIVES
from yimen.cases.joint.words import CONSENT
from yimen.cases.needs.words import need_choices
from yimen.cases.rules import LONGEST_WORDS, Channel, Way
from yimen.cases.submission import LONGEST_POSTAL, NO_ADDRESS, Submission
from yimen.cases.words import CHANNELS, KINDS, WAYS
from yimen.desk.taking.typed import Typed, categories, offices, places
from yimen.intake.channels.visit import TOLD
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.notifications.queries import ways_out
from yimen.routing.rules import Kind
from yimen.routing.town import Town

_LINE = {"autocomplete": "off"}


class TakingIn(forms.Form):
    """What somebody at the counter says. Nobody is found by it; name and number are theirs to give or not."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=64)
    words = forms.CharField(
        label=_("What happened?"),
        help_text=_("In the resident’s own words and language."),
        widget=forms.Textarea({"rows": 5, "autofocus": True}),
        max_length=LONGEST_WORDS,
    )
    category = Typed(of="categories", label=_("What is it about?"), help_text=_("Type a part of the name."))
    place = Typed(of="places", label=_("Where?"), help_text=_("Township or village."))
    place_words = forms.CharField(
        label=_("Where, in words"), max_length=200, required=False, widget=forms.TextInput(_LINE)
    )
    kind = forms.ChoiceField(label=_("What is it?"), initial=Kind.HELP.value)
    language = forms.ChoiceField(label=_("Language of our letters"))
    tell = forms.ChoiceField(label=_("How shall we tell them?"), initial=Way.HERE.value)
    phone = forms.CharField(label=_("Mobile number"), required=False, max_length=40, widget=forms.TextInput(_LINE))
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254, widget=forms.EmailInput(_LINE))
    postal = forms.CharField(
        label=_("Address for letters on paper"), required=False, max_length=LONGEST_POSTAL,
        widget=forms.Textarea({"rows": 3, **_LINE}),
    )  # fmt: skip
    contact_name = forms.CharField(
        label=_("Name of the person"), help_text=_("Only if they want to."), required=False, max_length=120,
        widget=forms.TextInput(_LINE),
    )  # fmt: skip
    needs = forms.MultipleChoiceField(
        label=_("What shall we see to?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    consent = forms.ChoiceField(
        label=_("Do they bring it for somebody else? How has that person agreed?"), required=False
    )
    is_followed = forms.BooleanField(
        label=_("Whoever brings it wants a receipt of their own that shows where it stands"), required=False
    )
    others = forms.TypedChoiceField(
        label=_("How many others stand with them?"),
        choices=[(n, n) for n in range(MOST_REPRESENTATIVES)],
        coerce=int,
        required=False,
    )
    about_office = Typed(
        of="offices", label=_("Is it a complaint about an office? Which one?"),
        help_text=_("That office will never see the case."),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("How did it come?"), initial=TOLD[0].value)

    def __init__(self, *args: Any, town: Town, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nonce", new_nonce())
        self._damaged = self.is_bound and not NONCE.fullmatch(self.data.get("nonce", ""))
        if self._damaged:  # the page that says so carries a whole one, so that the next sending works
            self.data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict
            self.data["nonce"] = new_nonce()  # type: ignore[index]
        self.initial.setdefault("language", get_language())
        ways = {way: words for way, words in WAYS.items() if way in {Way.NONE, Way.HERE, Way.POST, *ways_out()}}
        self._choose("kind", [(kind.value, gettext(words)) for kind, words in KINDS.items()])
        self._choose("language", list(settings.LANGUAGES))
        self._choose("tell", [(way.value, gettext(words)) for way, words in ways.items()])
        self._choose("needs", need_choices())
        agreed = [(each.value, gettext(words)) for each, words in CONSENT.items()]
        self._choose("consent", [("", gettext("It is their own matter")), *agreed])
        self._choose("channel", [(channel.value, gettext(CHANNELS[channel])) for channel in TOLD])
        for name, offers in (("category", categories), ("place", places), ("about_office", offices)):
            field = self.fields[name]
            assert isinstance(field, Typed)  # noqa: S101 – for the types
            field.offers = offers(town)

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = choices

    def clean_nonce(self) -> str:
        """The form's own secret; one that was cut short would make a receipt that can be guessed."""
        if self._damaged:
            damaged = gettext("This form was damaged on the way. Please look at it and send it once more.")
            raise forms.ValidationError(damaged)
        return str(self.cleaned_data["nonce"])

    def clean(self) -> dict[str, Any]:
        """A way to be told needs its address."""
        said = self.cleaned_data
        for way, field in ((Way.EMAIL, "email"), (Way.SMS, "phone"), (Way.POST, "postal")):
            if said.get("tell") == way and not said.get(field) and field not in self.errors:
                self.add_error(field, gettext(NO_ADDRESS))
        return said

    def lists(self) -> list[tuple[str, list[str]]]:
        """What the page offers while one types, by the name of the list."""
        fields = [field for field in self.fields.values() if isinstance(field, Typed)]
        return [(str(field.widget.attrs["list"]), [offer.shown for offer in field.offers]) for field in fields]

    def submission(self) -> Submission:
        """As the channel takes it."""
        said = self.cleaned_data
        return Submission(
            nonce=said["nonce"], words=said["words"], language=said["language"], kind=Kind(said["kind"]),
            channel=Channel(said["channel"]), category=said["category"], place=said["place"],
            place_words=said["place_words"], tell=Way(said["tell"]), contact_name=said["contact_name"],
            email=said["email"], phone=said["phone"], postal=said["postal"], accused_office=said["about_office"],
            others=said["others"] or 0, consent=said["consent"], needs=tuple(said["needs"]),
            is_followed=bool(said["consent"] and said["is_followed"]),
        )  # fmt: skip
