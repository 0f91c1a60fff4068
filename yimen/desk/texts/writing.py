"""The form in which a text is written: its words in every language of the town."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.days import DayField
from yimen.desk.filters import categories
from yimen.knowledge.drafts import Draft
from yimen.knowledge.rules import LONGEST_BODY, LONGEST_TITLE, Use, Words
from yimen.routing.town import Town

AGAIN = "version"
NEXT_YEAR = 365  # days until the owner looks again, if nothing else is said


class Writing(forms.Form):
    """Title and text in each language; one language is enough to begin with."""

    category = forms.ChoiceField(label=_("What is it about?"), required=False)
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("A year at most."),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, use: Use, town: Town, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        about = self.fields["category"]
        assert isinstance(about, forms.ChoiceField)  # noqa: S101 – for the types
        about.choices = [("", _("Everything")), *categories(town)]
        is_entry = use is Use.ENTRY
        title = _("What people ask") if is_entry else _("Name of the template")
        body = _("Answer") if is_entry else _("Text")
        for code, language in settings.LANGUAGES:
            attrs = {"lang": code}
            line, area = forms.TextInput(attrs), forms.Textarea(attrs | {"rows": 6})
            self.fields[f"title_{code}"] = forms.CharField(
                label=f"{title} · {language}", max_length=LONGEST_TITLE, widget=line, required=False
            )
            self.fields[f"body_{code}"] = forms.CharField(
                label=f"{body} · {language}", max_length=LONGEST_BODY, widget=area, required=False
            )
        self.fields[AGAIN] = forms.IntegerField(min_value=1, widget=forms.HiddenInput, required=False)

    def draft(self) -> Draft:
        """What was typed, as the verbs take it."""
        typed = self.cleaned_data
        words = {
            code: {"title": typed[f"title_{code}"], "body": typed[f"body_{code}"]} for code, _name in settings.LANGUAGES
        }
        return Draft(words=words, review_on=typed["review_on"], category=typed["category"])

    def say_no(self, sentence: str, version: int) -> None:
        """The reason stands on the form, with all that was typed; the next try counts from what is there now."""
        self.add_error(None, sentence)
        self.data = {name: self.data[name] for name in self.data} | {AGAIN: str(version)}


def written(words: Words, category: str, review_on: date, version: int) -> dict[str, Any]:
    """What a form begins with for a text that is there already."""
    begun: dict[str, Any] = {"category": category, "review_on": review_on, AGAIN: version}
    for code, said in words.items():
        begun |= {f"title_{code}": said["title"], f"body_{code}": said["body"]}
    return begun


def lead_of(use: Use) -> str:
    """What such a text is good for."""
    if use is Use.ENTRY:
        return gettext("Everybody can read it, and colleagues can quote it in an answer.")
    return gettext("Your office and those below it can put it into their own words, in the language of the case.")
