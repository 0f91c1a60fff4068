"""Whoever does something is still there when it is written down.

A page finds out at its beginning from which post somebody acts, and its verb writes a moment later. In between they may
have been released. So what a page of staff sends is asked again in the transaction that changes something: at the one
entry which each verb writes to the journal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_asked: ContextVar[Callable[[], bool] | None] = ContextVar("presence", default=None)


class Gone(Exception):
    """They have no access any more. No refusal: a page shows them nothing, and what was begun is undone."""


@contextmanager
def while_there(is_there: Callable[[], bool]) -> Iterator[None]:
    """Whatever is written down within is asked for first, in its own transaction."""
    before = _asked.set(is_there)
    try:
        yield
    finally:
        _asked.reset(before)


def require_presence() -> None:
    """Raise :class:`Gone` if somebody acts here who has no access any more."""
    is_there = _asked.get()
    if is_there is not None and not is_there():
        raise Gone
