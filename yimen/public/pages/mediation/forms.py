"""The forms of mediation for its sides. A name is what somebody wants to be called; nothing else is asked."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.cases.rules import Way
from yimen.cases.submission import NO_ADDRESS
from yimen.cases.words import WAYS
from yimen.kernel.clock import MEANT
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.mediation.agreements.drawn import LONGEST
from yimen.mediation.coming import Person
from yimen.mediation.companions.rules import Role
from yimen.mediation.rules import LONGEST_NAME, LONGEST_WORDS, Kind
from yimen.mediation.words import CHOOSING, KINDS
from yimen.notifications.queries import ways_out
from yimen.public.many_files import BOUNDS, HINT, ManyFiles

CODE = forms.TextInput(
    {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "y-code"}
)


def words_field(label: Any, *, required: bool = True, hint: Any = "", rows: int = 6) -> forms.CharField:  # noqa: ANN401
    """A field for what somebody wants to say."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=LONGEST_WORDS, widget=widget)


class Code(forms.Form):
    """The code of a side."""

    code = forms.CharField(label=later("Your code"), help_text=later("Three groups of five letters and digits."),
                           max_length=60, widget=CODE)  # fmt: skip


class Reached(forms.Form):
    """How a side wants to be told."""

    tell = forms.ChoiceField(label=later("How shall we tell you?"), widget=forms.RadioSelect, initial=Way.HERE.value)
    email = forms.EmailField(label=later("E-mail"), required=False, max_length=254)
    phone = forms.CharField(label=later("Mobile number"), required=False, max_length=40)
    language = forms.ChoiceField(label=later("Your language"), choices=settings.LANGUAGES)
    interpreter = forms.BooleanField(label=later("I need an interpreter"), required=False)
    nonce = forms.RegexField(NONCE, widget=forms.HiddenInput)

    def __init__(self, *args: Any, reader: str, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.initial["nonce"], self.initial["language"] = new_nonce(), reader
        ways = self.fields["tell"]
        assert isinstance(ways, forms.ChoiceField)  # noqa: S101 – for the type checker
        here = (Way.HERE.value, _("Only here, with my code"))
        ways.choices = [here, *((way, _(WAYS[Way(way)])) for way in ways_out())]

    def clean(self) -> dict[str, Any]:
        """A way to be told needs its address."""
        said = self.cleaned_data
        for way, name in ((Way.EMAIL, "email"), (Way.SMS, "phone")):
            if said.get("tell") == way and not said.get(name) and name not in self.errors:
                self.add_error(name, _(NO_ADDRESS))
        return said

    def person(self, name: str) -> Person:
        """The side, as the verb takes it."""
        said = self.cleaned_data
        return Person(name, said["language"], said["tell"], said["email"], said["phone"], said["interpreter"])


class Applying(Reached):
    """What an applicant sends."""

    kind = forms.ChoiceField(label=later("What is it about?"))
    committee = forms.TypedChoiceField(label=later("Which committee?"), coerce=int)
    others = forms.CharField(
        label=later("With whom?"), help_text=later("As you call them; if there are several, one on each line."),
        max_length=6 * LONGEST_NAME, widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    reach = words_field(
        later("How can they be reached?"), required=False, rows=2, hint=later("Only the mediator reads this.")
    )
    claim = words_field(
        later("What happened, and what do you want?"),
        hint=later(
            "Only the mediator reads this. The other side reads a short summary by the mediator, not your words."
        ),
    )
    wish = words_field(
        later("Is there a mediator you want, or do not want?"), required=False, rows=2,
        hint=later("Only the mediator reads this."),
    )  # fmt: skip
    my_name = forms.CharField(label=later("How shall we call you?"), max_length=LONGEST_NAME)
    field_order = [
        "kind",
        "others",
        "claim",
        "reach",
        "wish",
        "committee",
        "my_name",
        "interpreter",
        "language",
        "tell",
    ]

    def __init__(self, *args: Any, committees: list[tuple[str, list[tuple[int, str]]]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("kind", [("", _("Please choose")), *((kind.value, _(KINDS[kind])) for kind in Kind)]),
            ("committee", [("", _("Please choose")), *committees]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
            field.choices = choices


class Coming(Reached):
    """Whoever was invited says how they want to be called and told."""

    my_name = forms.CharField(label=later("How shall we call you?"), max_length=LONGEST_NAME)
    field_order = ["my_name", "interpreter", "language", "tell"]


class Nothing(forms.Form):
    """A button is enough."""


class Saying(forms.Form):
    """Words."""

    words = words_field(later("What do you want to say?"))


class Showing(forms.Form):
    """Photos or documents, for all or for the mediator alone."""

    files = ManyFiles(label=later("Photos or documents"))  # type: ignore[assignment]  # a field for a moment only
    whom = forms.ChoiceField(
        label=later("Who may see it?"), widget=forms.RadioSelect,
        choices=[("alone", later("only the mediator")), ("all", later("all who take part"))],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = _(HINT) % BOUNDS


class OfFile(forms.Form):
    """About one file."""

    mark = forms.SlugField(widget=forms.HiddenInput, max_length=22)


class Perhaps(forms.Form):
    """Words, if somebody wants to say any."""

    words = words_field(later("If you want to say why: only the next mediator reads it"), required=False, rows=3)


class Until(forms.Form):
    """A day."""

    until = forms.DateField(  # noqa: TID251 – it asks what every field for a day asks
        label=later("Until which day?"), widget=forms.DateInput({"type": "date"}), validators=MEANT
    )


class Signing(forms.Form):
    """A name under the text."""

    name = forms.CharField(label=later("Your name, as a signature"), max_length=LONGEST_NAME)
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)


class Answering(forms.Form):
    """Yes or no to a proposal."""

    proposal = forms.IntegerField(widget=forms.HiddenInput)
    accepts = forms.BooleanField(required=False, widget=forms.HiddenInput)


class Suiting(forms.Form):
    """Which of the offered times suit; none is an answer too."""

    suits = forms.TypedMultipleChoiceField(
        label=later("Which of these times suit you?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=later("Only the mediator reads your answer. You can change it until a session is planned."),
    )  # fmt: skip

    def offer(self, times: list[tuple[int, str, bool]]) -> None:
        """The times with their ids, and whether one suited before."""
        field = self.fields["suits"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(pk, words) for pk, words, _suited in times]
        self.initial["suits"] = [pk for pk, _words, suited in times if suited]


class Bringing(forms.Form):
    """Whom a side wants with it."""

    name = forms.CharField(label=later("How are they called?"), max_length=LONGEST_NAME)
    role = forms.ChoiceField(
        label=later("As what?"),
        widget=forms.RadioSelect,
        choices=[(role.value, later(CHOOSING[role])) for role in Role],
    )
    may_sign = forms.BooleanField(label=later("A representative: may also sign for me"), required=False)
    reads_own = forms.BooleanField(
        label=later("A supporter or interpreter: may also read what the mediator and I write to each other alone"),
        required=False,
    )


class OfSomebody(forms.Form):
    """About one person who comes with a side."""

    companion = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    agrees = forms.BooleanField(required=False, widget=forms.HiddenInput)
    nonce = forms.RegexField(NONCE, required=False, widget=forms.HiddenInput)


class Opening(forms.Form):
    """Whether others may listen."""

    is_public = forms.ChoiceField(
        label=later("Sessions"), widget=forms.RadioSelect,
        choices=[("closed", later("closed: only those who take part")), ("open", later("open: others may listen"))],
    )  # fmt: skip


class Knowing(forms.Form):
    """Rights and duties."""

    known = forms.BooleanField(label=later("I have read this, and I understand it"))
