"""A part of a file, as a player asks for it (RFC 9110, 14: Range). Pure: no Django, no clock."""

import re

_ONE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class NotThere(Exception):
    """The part that was asked for lies outside the file (416)."""


def part_of(asked: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last; nothing where all is asked for, or in a way that we do not serve.

    Several parts at once are answered with the whole, as the standard allows.
    """
    found = _ONE.fullmatch(asked.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found[1], found[2]
    if not first:  # the last so many
        begins, ends = max(0, size - int(last)), size
    else:
        begins, ends = int(first), min(size, int(last) + 1 if last else size)
        if last and int(last) < begins:
            return None
    if begins >= size or begins >= ends:
        raise NotThere
    return begins, ends
