"""What the town has to see to, so that somebody can talk with it. Pure: no Django, no clock.

It says what to bring or to open, never what somebody has or is: not a disability, not an ethnic group. It stands sealed
with the contacts and goes with them, so no list can be narrowed by it, and nobody can be found by it.
"""

from collections.abc import Iterable
from enum import StrEnum


class Need(StrEnum):
    """One thing to see to (无障碍环境建设法 art. 29–33: services in a form that people can use)."""

    INTERPRETER = "interpreter"  # for the language of the case
    SIGN = "sign"  # sign language, or writing to each other
    ALOUD = "aloud"  # letters read aloud, at the counter or by telephone
    LARGE = "large"  # letters in large print
    STEPS = "steps"  # a counter without steps
    HOME = "home"  # somebody comes to them


def as_kept(needs: Iterable[str]) -> str:
    """The codes with blanks between them, each once, in our order; what is no code of ours is left out."""
    given = set(needs)
    return " ".join(need.value for need in Need if need.value in given)


def needs_in(kept: str) -> list[Need]:
    """The same, read back."""
    return [need for need in Need if need.value in kept.split()]
