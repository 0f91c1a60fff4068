"""How the desk speaks of kept texts."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from yimen.desk.words import Words
from yimen.knowledge.rules import Stage, Use, missing_in

USES: dict[str, Words] = {
    Use.ENTRY: _("Answer for everybody"),
    Use.ANSWER: _("Template for answers"),
    Use.QUESTION: _("Template for questions to the resident"),
    Use.REASON: _("Template for reasons"),
}
STAGES: dict[str, Words] = {
    Stage.DRAFT: _("Draft"),
    Stage.PUBLISHED: _("In use"),
    Stage.RETIRED: _("Retired"),
}
#: What each field of a template is filled with.
FIELD_WORDS: dict[str, Words] = {
    "office": _("the office’s name"),
    "telephone": _("the office’s telephone"),
    "case": _("the case’s number"),
    "category": _("what it is about"),
    "place": _("where it is"),
    "received": _("the day it was received"),
    "due": _("the day it is due"),
}


def missing_languages(words: object) -> list[str]:
    """The languages a text does not speak yet, by their own names."""
    names = dict(settings.LANGUAGES)
    return [names.get(code, code) for code in missing_in(words)]  # type: ignore[arg-type]
