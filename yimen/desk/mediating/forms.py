"""The forms of a mediator and of the head of a committee."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.desk.days import DayField
from yimen.desk.taking.files import ManyFiles, bounds
from yimen.files.rules import ACCEPT
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.mediation.agreements.drawn import LONGEST
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.endings import BY_MEDIATOR, Ending
from yimen.mediation.rules import LONGEST_NAME, LONGEST_WORDS, Screened
from yimen.mediation.sittings.rules import Form
from yimen.mediation.words import FORMS, KEPT, SCREENED

END_WORDS = {
    Ending.NOT_AGREED: later("There is no agreement"),
    Ending.UNSUITABLE: later("A side is not free or not safe (no side reads this)"),
}


def words_of(label: Any, *, rows: int = 6, required: bool = True, hint: Any = "") -> forms.CharField:  # noqa: ANN401
    """A field for words."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=LONGEST_WORDS, widget=widget)


class Nothing(forms.Form):
    """A button is enough."""


class OfSides(forms.Form):
    """A form that asks for one of the sides."""

    def __init__(self, *args: Any, sides: list[tuple[int, str]] = [], **kwargs: Any) -> None:  # noqa: ANN401, B006 – read only
        super().__init__(*args, **kwargs)
        for name in ("side", "alone"):
            field = self.fields.get(name)
            if isinstance(field, forms.TypedChoiceField):
                field.choices = [*([(0, _("With all"))] if name == "alone" else []), *sides]


def form_field() -> forms.ChoiceField:
    """How a session is held."""
    return forms.ChoiceField(label=later("How?"), choices=[(one.value, later(FORMS[one])) for one in Form])


def side_field(label: Any) -> forms.TypedChoiceField:  # noqa: ANN401
    """One of the sides."""
    return forms.TypedChoiceField(label=label, coerce=int)


class Disclosing(OfSides):
    """What stands between the mediator and a side."""

    words = words_of(
        later("Does anything stand between you and a side?"), rows=3,
        hint=later("Kinship, an interest, an earlier part in it; or that there is nothing. All sides read it."),
    )  # fmt: skip


class Screening(OfSides):
    """What the mediator found when hearing a side alone."""

    side = side_field(later("Whom did you hear alone?"))
    found = forms.ChoiceField(label=later("What did you find?"), widget=forms.RadioSelect)
    words = words_of(later("Your own note"), rows=3, required=False, hint=later("Only you read this."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["found"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(one.value, _(SCREENED[one])) for one in Screened]


class Inviting(OfSides):
    """The summary that whoever is invited reads."""

    nonce = forms.RegexField(NONCE, widget=forms.HiddenInput)
    words = words_of(
        later("What is asked, in your words"),
        hint=later("Calm and short: whoever is invited reads this, and never the applicant’s own words."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.initial["nonce"] = new_nonce()


class Writing(OfSides):
    """Words for all, or for oneself."""

    words = words_of(later("What do you want to write?"))


class WritingToAll(Writing):
    """To all."""

    facts = forms.BooleanField(label=later("These are facts that all accept as so"), required=False)


class WritingToSide(OfSides):
    """To one side alone."""

    side = side_field(later("To whom?"))
    words = words_of(later("What do you want to write?"), hint=later("Only this side and you read it."))
    caucus = forms.BooleanField(label=later("It is the record of what we talked about alone"), required=False)


class Planning(OfSides):
    """A session."""

    on = DayField(label=later("Day"))
    at = forms.TimeField(label=later("Time"), widget=forms.TimeInput({"type": "time"}))
    minutes = forms.IntegerField(label=later("Minutes"), initial=60)
    form = form_field()
    where = forms.CharField(label=later("Where?"), max_length=200, required=False)
    alone = side_field(later("With whom?"))

    def begins_at(self) -> datetime:
        """When, in the town's own time."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["on"], self.cleaned_data["at"]))


class ShowingFiles(OfSides):
    """Photos or documents, to all or to one side."""

    files = ManyFiles(label=later("Photos or documents"), accept=ACCEPT)  # type: ignore[assignment]  # a field for a moment
    alone = side_field(later("To whom?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = bounds()


class OfFile(OfSides):
    """One of them."""

    mark = forms.SlugField(widget=forms.HiddenInput, max_length=22)


class Held(OfSides):
    """A session has been held."""

    sitting = forms.IntegerField(widget=forms.HiddenInput)
    words = words_of(later("What was said"))
    facts = words_of(
        later("What all accept as so"), rows=3, required=False, hint=later("Apart from what anybody offered.")
    )


class Chosen(OfSides):
    """A session that is called off."""

    sitting = forms.IntegerField(widget=forms.HiddenInput)


class ReadOut(OfSides):
    """Rights and duties were read out."""

    side = side_field(later("To whom did you read out rights and duties, and who understood them?"))


class Signing(OfSides):
    """The mediator's name."""

    signature = forms.CharField(label=later("Your name, as a signature"), max_length=LONGEST_NAME)
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)


class OnPaper(Signing):
    """A side has signed the printed text."""

    drawn = None  # type: ignore[assignment]  # the hand stands on the paper
    side = side_field(later("Who has signed on paper?"))
    signature = forms.CharField(label=later("The name that was signed"), max_length=LONGEST_NAME)
    scan = ManyFiles(
        label=later("Scans or photos of the signed pages, in order; or one PDF file"), accept="image/*,application/pdf"
    )


class Following(OfSides):
    """What has become of an undertaking."""

    place = forms.IntegerField(widget=forms.HiddenInput)
    kept = forms.ChoiceField(label=later("What has become of it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["kept"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(one.value, _(KEPT[one])) for one in Kept]


class Ended(OfSides):
    """Why the mediator ends it."""

    ending = forms.ChoiceField(label=later("Why?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["ending"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(one.value, END_WORDS[one]) for one in sorted(BY_MEDIATOR)]
