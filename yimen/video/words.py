"""Those who are in a call, and what somebody needs in it, in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yimen.cases.needs.rules import Need
from yimen.cases.needs.words import NEEDS as OF_ANY_TALK
from yimen.video.rules import CAPTIONS, CLERK, COLLEAGUE, COMPANION, INTERPRETER, NEEDS, RESIDENT, SLOWLY

#: Whoever is in a call, as the others read it.
PARTS = {
    RESIDENT: _("Resident"),
    CLERK: _("Clerk"),
    INTERPRETER: _("Interpreter"),
    COMPANION: _("Companion"),
    COLLEAGUE: _("Colleague"),
}
_OF_A_CALL = {CAPTIONS: _("What is said is typed as well"), SLOWLY: _("Slow speech")}


def need_choices() -> list[tuple[str, str]]:
    """For a form, in the reader's language."""
    return [(code, need_in_words(code)) for code in NEEDS]


def need_in_words(code: str) -> str:
    """One of them."""
    return gettext(_OF_A_CALL[code] if code in _OF_A_CALL else OF_ANY_TALK[Need(code)])


def parts_in_words() -> dict[str, str]:
    """All of those who may be in a call."""
    return {part: gettext(words) for part, words in PARTS.items()}
