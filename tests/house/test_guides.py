"""The guides call things as the pages do."""

from pathlib import Path

from tests.house.guides import GUIDES, called, names, plain

ENGLISH = sorted(GUIDES.glob("*.md"))


def said(guide: Path) -> str:
    """The words of a guide."""
    return guide.read_text(encoding="utf-8")


def test_what_a_guide_calls_by_its_name_stands_on_a_page() -> None:
    """A button that was renamed is looked for in vain by whoever reads the guide."""
    known = names()
    lost = [(guide.name, one) for guide in ENGLISH for one in called(said(guide)) if plain(one) not in known]
    assert len(ENGLISH) >= 13
    assert lost == []


def test_the_guard_bites() -> None:
    assert list(called("**Not** this, but *Give our\npart* and *The town → Limits*, `a*b*c`.")) == [
        "Give our part",
        "The town",
        "Limits",
    ]
    assert "standing in" in names()
    assert "standin" not in names()
