"""What the mediator notes for the figures: a band of money, and whether an agreement was oral. Pure: no Django."""

from datetime import date
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.rules import State


class Amount(StrEnum):
    """How much money a dispute is about, in bands of the town's currency. A sum would point to one dispute."""

    NONE = "none"  # it is not about money
    TO_1000 = "to_1000"
    TO_10000 = "to_10000"
    TO_50000 = "to_50000"
    TO_200000 = "to_200000"
    MORE = "more"


class Form(StrEnum):
    """How an agreement is written down (人民调解法 art. 28)."""

    WRITTEN = "written"  # 调解协议书
    ORAL = "oral"  # 口头协议, of which the mediator keeps a register


#: An oral agreement is written down by the mediator too, and each side says that it is so: nobody is bound unasked.
_FORM_IS_OPEN = (State.INTAKE, State.INVITING, State.CHOOSING, State.OPEN)
FIXED = gettext_noop("The form can’t be changed any more: the text is being signed.")


def may_set_form(state: State, form: Form, now: Form) -> Verdict:
    """May the form be this one?"""
    return YES if form is now or state in _FORM_IS_OPEN else Verdict(FIXED)


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
