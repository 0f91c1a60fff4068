"""One letter in one language: its title and its words, with the places that fill themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.words import in_language
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.forms import shown
from yimen.desk.editing.words import LETTERS
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.kernel.verdict import gettext_noop, require
from yimen.notifications.letters import texts
from yimen.notifications.rules import LONGEST_BODY, LONGEST_TITLE, MAY_HAVE, PLACES, may_be_a_letter, worded
from yimen.notifications.verbs.change_letter import change_letter
from yimen.notifications.verbs.take_templates import OfferedTemplate
from yimen.routing.town import the_town

# Translators: an invented office, in the preview of a letter
OFFICE = gettext_noop("The Office of Street Lamps")


class LetterForm(Editing):
    """Title and body."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, help_text=_("Telephones show it when locked."))
    body = forms.CharField(label=_("Text"), max_length=LONGEST_BODY, widget=forms.Textarea({"rows": 12}))

    def __init__(self, data: Any, initial: dict[str, Any], places: list[str], language: str) -> None:  # noqa: ANN401
        super().__init__(data, initial=initial)
        self.fields["body"].help_text = gettext("It must have, and may have: %(places)s") % {"places": " ".join(places)}
        for name in ("title", "body"):
            self.fields[name].widget.attrs["lang"] = language


@at_desk
def page(request: AtDesk, letter: str, language: str) -> HttpResponse:
    """The administrator words a letter, after having read it as a resident would."""
    if letter not in PLACES or language not in dict(settings.LANGUAGES):
        raise Http404
    title, body = texts(the_town().editions.get("routing", 0)).get(letter, {}).get(language, ("", ""))
    if not body:
        raise Http404
    columns = {"title": title, "body": body}
    places = [f"${place}" for place in sorted(PLACES[letter] | MAY_HAVE.get(letter, frozenset()))]
    begun = columns | {"seen": seen_as(columns)}
    form = LetterForm(request.POST if request.method == "POST" else None, begun, places, language)

    def effects() -> Effects:
        typed = form.cleaned_data
        require(may_be_a_letter(letter, typed["title"], typed["body"]))
        sample = worded(typed["body"], samples(letter, language, day_in(day_of(request.at), language)))
        kept = gettext("Letters already written keep their words. A resident would read, with invented particulars:")
        return Effects([kept], letter=(language, typed["title"], sample))

    def act() -> None:
        typed = form.cleaned_data
        changed = OfferedTemplate(letter, language, typed["title"], typed["body"])
        change_letter(by=request.acting, letter=changed, seen=typed["seen"], at=request.at)

    said = packs_say("notifications.Template", f"{letter} {language}")
    about = {
        "title": f"{LETTERS[letter]} · {dict(settings.LANGUAGES)[language]}", "back": "desk_letters",
        "back_words": gettext("Letters"), "packs": [(form.fields[n].label, shown(v)) for n, v in said.items()],
    }  # fmt: skip
    return edited(request, form, effects=effects, act=act, about=about)


def samples(code: str, language: str, day: str) -> dict[str, str]:
    """Invented particulars for each place of the letter."""
    filled = {place: f"[{place}]" for place in PLACES[code] | MAY_HAVE.get(code, frozenset())}
    known = {"due": day, "telephone": "0941-12345", "door_telephone": "12348", "office": in_language(OFFICE, language)}
    return filled | {place: value for place, value in known.items() if place in filled}
