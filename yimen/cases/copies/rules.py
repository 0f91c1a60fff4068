"""When a resident's words go because they say so. Pure: no Django, no clock."""

from datetime import date

from yimen.cases.rules import State
from yimen.kernel.verdict import YES, Verdict, gettext_noop

ERASED = gettext_noop("What was said in this case has been erased.")
ON_FILE = gettext_noop("A petition that was answered stays on file until %(day)s. Then it is erased by itself.")
BEING_HANDLED = gettext_noop(
    "This petition is being handled, and a written answer is owed to it. Take it back first; then it can be erased."
)


def may_erase(state: State, *, is_petition: bool, day: date | None) -> Verdict:
    """A resident's words go when they say so, but for petitions that an office owes an answer or has answered.

    ``day``: until when the file of an answered one is kept.
    """
    if not is_petition or state in {State.RECEIVED, State.OBJECTED, State.REFERRED, State.WITHDRAWN}:
        return YES
    return Verdict(ON_FILE, {"day": day}) if state in {State.ANSWERED, State.CLOSED} else Verdict(BEING_HANDLED)
