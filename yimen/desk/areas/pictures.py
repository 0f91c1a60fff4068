"""Areas as a drawing on a page, with a legend in words: patterns and words say it, never colour alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from yimen.desk.words import Words
from yimen.kernel.languages import name_in
from yimen.places.drawing import Drawing, Shape, draw

SIGN, LETTER = 20, 11  # how wide each is, in the drawing's own measure
FIRST_WIDE = "\u2e80"


@dataclass(frozen=True)
class Drawn:
    """One outline of a picture: how it looks, and what it says when somebody points at it."""

    key: str
    look: str
    outline: bytes | None
    names: Mapping[str, str]
    says: str = ""
    is_named: bool = True  # its name is written on it


@dataclass(frozen=True)
class Picture:
    """A drawing, what each of its shapes is called, and what the patterns mean."""

    title: str
    drawing: Drawing
    labelled: list[tuple[Shape, str, str]]  # the shape, its name, what it says
    legend: list[tuple[str, Words, int]]  # the look, its words, how many


def picture(title: str, drawn: Iterable[Drawn], words: Mapping[str, Words]) -> Picture | None:
    """The picture of these outlines; nothing if none of them has one."""
    language, given = get_language() or "", [one for one in drawn if one.outline]
    drawing = draw((one.key, one.look, one.outline) for one in given if one.outline)
    if not drawing.shapes:
        return None
    labelled = []
    for shape, one in zip(drawing.shapes, given, strict=True):
        name = name_in(dict(one.names), language) or one.key
        labelled.append(
            (
                shape,
                name if one.is_named and _fits(name, shape) else "",
                ": ".join(part for part in (name, one.says) if part),
            )
        )
    counted = [(look, said, sum(one.look == look for one in given)) for look, said in words.items()]
    return Picture(title, drawing, labelled, [line for line in counted if line[2]])


def _fits(name: str, shape: Shape) -> bool:
    """Has a name room in its area? Chinese signs are about twice as wide as letters."""
    return sum(SIGN if sign >= FIRST_WIDE else LETTER for sign in name) <= shape.room
