"""A name that was drawn with a finger: lines of whole numbers, which we draw ourselves. Pure: no Django, no clock.

Nothing that a browser made is kept as a picture, so nothing can hide in it: points in a box of 1000 by 400, so many and
no more. What does not fit is refused in words.
"""

import json
from dataclasses import dataclass

from yimen.kernel.verdict import Refused, gettext_noop

WIDE, HIGH = 1_000, 400
MOST_STROKES, MOST_POINTS, LONGEST = 80, 2_500, 40_000  # strokes, points in all, signs of the form's field
MARGIN = 12
NOT_DRAWN = gettext_noop("What you drew did not arrive whole. Please wipe it and draw again, or only type your name.")

Stroke = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Drawn:
    """Strokes, each of points; empty if nothing was drawn."""

    strokes: tuple[Stroke, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.strokes)

    @property
    def box(self) -> str:
        """The part of the paper that was drawn on, as SVG names it."""
        across = [x for stroke in self.strokes for x, _ in stroke]
        down = [y for stroke in self.strokes for _, y in stroke]
        left, top = min(across) - MARGIN, min(down) - MARGIN
        return f"{left} {top} {max(across) + MARGIN - left} {max(down) + MARGIN - top}"

    @property
    def lines(self) -> list[str]:
        """The points of each stroke, as SVG names them; a dot is a stroke of no length."""
        found = [" ".join(f"{x},{y}" for x, y in stroke) for stroke in self.strokes]
        return [line if " " in line else f"{line} {line}" for line in found]

    def svg(self) -> str:
        """A picture of it for a paper: only numbers of ours are in it."""
        lines = "".join(f'<polyline points="{line}"/>' for line in self.lines)
        pen = 'fill="none" stroke="#1b2733" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{self.box}"><g {pen}>{lines}</g></svg>'


NOTHING = Drawn()


def drawn_from(typed: str) -> Drawn:
    """What a form sends: ``[[[x, y], …], …]``; an empty field is no drawing."""
    if not typed.strip():
        return NOTHING
    try:
        found = json.loads(typed) if len(typed) <= LONGEST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not 0 < len(found) <= MOST_STROKES:
        raise Refused(NOT_DRAWN)
    strokes = tuple(_stroke(one) for one in found)
    if sum(map(len, strokes)) > MOST_POINTS:
        raise Refused(NOT_DRAWN)
    return Drawn(strokes)


def _stroke(found: object) -> Stroke:
    if not isinstance(found, list) or not found or not all(map(_is_point, found)):
        raise Refused(NOT_DRAWN)
    return tuple((x, y) for x, y in found)


def _is_point(found: object) -> bool:
    if not isinstance(found, list) or len(found) != 2:
        return False
    return all(type(n) is int for n in found) and 0 <= found[0] <= WIDE and 0 <= found[1] <= HIGH
