"""Who is speaking, as each reader reads it: "You", a side by its name, the mediator."""

from collections.abc import Iterable

from yimen.mediation.queries.reading import Named

YOU, MEDIATOR = "you", "mediator"


def speaker(by: str, me: str, sides: Iterable[Named]) -> str:
    """``you``, ``mediator``, or a side's name."""
    if by == me:
        return YOU
    return next((one.name for one in sides if one.ref == by), MEDIATOR)
