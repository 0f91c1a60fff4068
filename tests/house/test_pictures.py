"""The pictures of the documents: each is there, light, and used. ``tests/journeys/test_pictures.py`` takes them."""

import re
from pathlib import Path

from tests.house.tree import ROOT, name, own_files

MOST = 150_000  # bytes: a document with ten of them still opens on a bad connection
PICTURE = re.compile(r"!\[(?P<instead>[^\]]*)\]\((?P<path>[^)\s]+)\)")


def used() -> dict[Path, str]:
    """Every picture that a document shows, with the words for those who do not see it."""
    documents = [path for path in own_files(".md") if path.parent == ROOT or (ROOT / "docs") in path.parents]
    return {
        (document.parent / found["path"]).resolve(): found["instead"]
        for document in documents
        for found in PICTURE.finditer(document.read_text(encoding="utf-8"))
    }


def test_every_picture_that_is_shown_is_there_and_says_what_it_shows() -> None:
    shown = used()
    assert shown
    assert [name(path) for path in shown if not path.is_file()] == []
    assert [name(path) for path, instead in shown.items() if len(instead) < 6] == []


def test_every_picture_that_is_there_is_shown_and_light() -> None:
    there = [path for path in own_files(".png") if path.parent == ROOT / "docs" / "pictures"]
    assert [name(path) for path in there if path not in used()] == []
    assert [name(path) for path in there if path.stat().st_size > MOST] == []
