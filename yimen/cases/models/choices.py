"""How an enumeration of the rules becomes the choices of a column."""

from enum import StrEnum


def choices_of(values: type[StrEnum]) -> list[tuple[str, str]]:
    """Each code stands for itself: what people read comes from ``cases.words``."""
    return [(v.value, v.value) for v in values]
