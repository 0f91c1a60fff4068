"""What is said in every language at once, because nobody knows who stands before a screen; and numbers read aloud."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from yimen.visits.rules import Errand


class Spoken(NamedTuple):
    """Words, and the language they are in."""

    language: str
    words: str


NOW = _("Now called")
COUNTER = _("Counter")
NEXT = _("Next numbers")
NOBODY = _("Nobody is called at this moment.")
WAITING = _("%(number)s waiting")
TAKE = _("Take a number")
YOUR_TELEPHONE = _("With your own telephone: take a number here, and see when it is your turn.")
TO_COUNTER = _("%(number)s, please come to counter %(counter)s.")


def in_each(text: str, **params: object) -> list[Spoken]:
    """These words in all languages of the town, each in itself."""
    said = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            said.append(Spoken(code, gettext(text) % params if params else gettext(text)))
    return said


def each_name(errand: Errand) -> list[Spoken]:
    """An errand by its names."""
    return [Spoken(code, errand.names[code]) for code, _name in settings.LANGUAGES if errand.names.get(code)]


def aloud(number: str) -> str:
    """A012 as it is read aloud: letter and digits one by one."""
    return " ".join(number)
