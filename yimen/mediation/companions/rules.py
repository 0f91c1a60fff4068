"""Who may come with a side, what each of them may do and read, and who has to agree. Pure: no Django, no clock.

Relatives, neighbours and others take part if the sides agree (人民调解法 art. 20). Whoever acts for a side needs its
word for signing (民事诉讼法 art. 62, on special authority; as a measure, unchecked by a lawyer).
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Role(StrEnum):
    """In which role somebody comes with a side."""

    GUARDIAN = "guardian"  # of a child, or of somebody who can't decide alone: acts for them in everything
    REPRESENTATIVE = "representative"  # speaks for them; signs only if they said so
    SUPPORTER = "supporter"  # a relative, a neighbour, a friend
    EXPERT = "expert"  # knows the matter
    INTERPRETER = "interpreter"


class Joined(StrEnum):
    """Whether they have come."""

    NAMED = "named"  # a side wants them; they have no code yet
    IN = "in"  # their code was made
    OUT = "out"  # refused, sent away, or gone


MOST = 4  # for one side
#: They act in the place of their side, and read what it reads.
FOR_A_SIDE = frozenset({Role.GUARDIAN, Role.REPRESENTATIVE})
#: They come only while every side agrees.
BY_CONSENT = frozenset({Role.SUPPORTER, Role.EXPERT})
#: What a representative does for a side. Its mediator, its rights, who comes along, and leaving are the side's own.
REPRESENTS = frozenset(
    "call say say_alone show_file take_back_file propose answer_proposal ask_time ask_change answer_times"
    " step_back".split()
)
#: Who may write to all beside a side; an interpreter says what others say.
SPEAKS = frozenset({Role.SUPPORTER, Role.EXPERT})

NOT_FOR_A_SIDE = gettext_noop("This is for the side itself to decide.")
NO_AUTHORITY = gettext_noop("You may sign only if the side you speak for has said so.")
TOO_MANY = gettext_noop("%(most)s people may come with one side.")
NOT_ALL_HERE = gettext_noop("Somebody else of the dispute has not come yet. They are asked first.")
NOT_ALL_AGREE = gettext_noop("Not every side has agreed to this person yet.")
NOT_ASKED = gettext_noop("This person needs no consent of yours.")


def may_for_a_side(role: Role, verb: str, *, may_sign: bool) -> Verdict:
    """May they do this in the place of their side?"""
    if role is Role.GUARDIAN or verb in REPRESENTS:
        return YES
    if verb in {"sign", "complete"}:
        return YES if may_sign else Verdict(NO_AUTHORITY)
    return Verdict(NOT_FOR_A_SIDE)


def may_come(role: Role, others: Iterable[tuple[int, bool]], agreed: Collection[int]) -> Verdict:
    """May this person get a code? ``others``: the other sides by number, and whether each has come."""
    if role not in BY_CONSENT:
        return YES
    sides = dict(others)
    if not all(sides.values()):
        return Verdict(NOT_ALL_HERE)
    return YES if set(sides) <= set(agreed) else Verdict(NOT_ALL_AGREE)


def reads_own(role: Role, *, wished: bool) -> bool:
    """Do they read what their side and the mediator say to each other alone? An expert never does."""
    return role in FOR_A_SIDE or (wished and role is not Role.EXPERT)
