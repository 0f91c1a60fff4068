"""What somebody needs, in words that fit whoever reads them: the resident, the helper, the clerk."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yimen.cases.needs.rules import Need, needs_in

NEEDS = {
    Need.INTERPRETER: _("An interpreter"),
    Need.SIGN: _("Sign language, or writing to each other"),
    Need.ALOUD: _("Letters read aloud"),
    Need.LARGE: _("Large print"),
    Need.STEPS: _("A way without steps"),
    Need.HOME: _("A visit at home"),
}


def need_choices() -> list[tuple[str, str]]:
    """For a form, in the reader's language."""
    return [(need.value, gettext(words)) for need, words in NEEDS.items()]


def in_words(kept: str) -> str:
    """All of them in one line; empty if there are none."""
    return " · ".join(gettext(NEEDS[need]) for need in needs_in(kept))
