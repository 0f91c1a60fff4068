"""The small forms of one's own case."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as later

from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.words import SATISFIED, SOLVED
from yimen.public.many_files import BOUNDS, HINT, ManyFiles


class Words(forms.Form):
    """A text, and files if there are any."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), max_length=LONGEST_REMARK)
    files = ManyFiles(  # type: ignore[assignment]  # a field for a moment only
        label=later("Photos or documents"), required=False
    )

    def __init__(self, *args: Any, label: str | Promise, has_files: bool = True, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["text"].label = str(label)
        self.fields["files"].help_text = gettext(HINT) % BOUNDS
        if not has_files:
            del self.fields["files"]


class Judging(forms.Form):
    """Three questions and room for words."""

    solved = forms.ChoiceField(
        label=later("Is it solved?"), widget=forms.RadioSelect, choices=[(k.value, later(w)) for k, w in SOLVED.items()]
    )
    satisfied = forms.ChoiceField(
        label=later("Are you satisfied with how it was handled?"),
        widget=forms.RadioSelect,
        choices=[(k.value, later(w)) for k, w in SATISFIED.items()],
    )
    visits = forms.IntegerField(
        label=later("How often did you have to come in person?"),
        help_text=later("Our goal is: at most once."),
        min_value=0,
        max_value=99,
        initial=0,
    )
    words = forms.CharField(
        label=later("Anything else?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_REMARK,
        required=False,
    )


class Nothing(forms.Form):
    """Only a yes."""

    sure = forms.BooleanField(label=later("Yes, I take my case back"))
