"""Text can be read on its ground: 4.5:1, the frame of a field 3:1 – in the light and in the dark."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "frontend" / "sass" / "_tokens.scss").read_text(encoding="utf-8")
INKS, GROUNDS = ("ink", "quiet", "sky", "meadow", "clay", "sun"), ("paper", "card", "ground")
TEXT = [
    *[(ink, ground) for ink in INKS for ground in GROUNDS],
    *[(name, f"{name}-paper") for name in ("sky", "meadow", "sun", "clay")],
    *[("ink", f"{name}-paper") for name in ("sky", "meadow", "sun", "clay")],
    ("on-sky", "sky"), ("on-sky", "sky-deep"), ("on-clay", "clay"), ("on-clay", "clay-deep"), ("on-focus", "focus"),
]  # fmt: skip


def tokens(theme: str) -> dict[str, str]:
    """The colours of one theme, by name."""
    block = TOKENS[TOKENS.index(f"@mixin {theme} {{") :]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block[: block.index("\n}")]))


def light_of(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light_of(one), light_of(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read(theme: str) -> None:
    colours = tokens(theme)
    assert [pair for pair in TEXT if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_frame_of_a_field_can_be_seen(theme: str) -> None:
    colours = tokens(theme)
    assert [g for g in GROUNDS if contrast(colours["edge"], colours[g]) < 3] == []
