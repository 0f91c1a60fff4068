"""The documents say what is so: paths exist, commands and settings are described, generated pages equal the code."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.generate_docs import differing
from tests.house.tree import ROOT, name, own_files
from yimen.console.main import CONTENTS

#: What is looked for: `words in code type` and [links](that/point) within the repository.
MENTIONED = re.compile(r"`([\w./{}<>*-]+/[\w./{}<>*-]*)`|\]\(([^)#:]+)(?:#[^)]*)?\)")
PLACES = ("yimen/", "tests/", "docs/", "bin/", "packs/", ".ci/", "frontend/")


def documents() -> list[Path]:
    """Everything written for people."""
    return [p for p in own_files(".md") if p.parent == ROOT or ROOT / "docs" in p.parents]


def dead_paths(at: Path, text: str) -> Iterator[str]:
    """Paths that are mentioned and do not exist. ``<app>`` and ``*`` stand for any name."""
    for found in MENTIONED.finditer(text):
        path = found[1] or found[2]
        base = ROOT if found[1] else at.parent
        if found[1] and not path.startswith(PLACES):
            continue
        pattern = re.sub(r"<\w+>|{\w+}", "*", path).rstrip("/")
        if not any(base.glob(pattern)) and not (base / pattern).exists():
            yield path


def undescribed(words: set[str], text: str) -> set[str]:
    """Words that the text does not speak of."""
    return {word for word in words if word not in text}


def settings_read() -> set[str]:
    """The names of the environment that the settings read."""
    read = [file.read_text(encoding="utf-8") for file in (ROOT / "yimen").glob("*settings.py")]
    return set(re.findall(r'environ(?:\.get)?[(\[]"(\w+)"', "".join(read)))


def test_every_path_that_is_mentioned_exists() -> None:
    assert [f"{name(p)}: {dead}" for p in documents() for dead in dead_paths(p, p.read_text(encoding="utf-8"))] == []


def test_every_command_is_described() -> None:
    commands = {f"yimen {command}" for part in CONTENTS.values() for command in part}
    assert undescribed(commands, (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")) == set()


def test_every_setting_is_described() -> None:
    assert "YIMEN_HOME" in settings_read()
    assert undescribed(settings_read(), (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")) == set()


def test_the_generated_pages_equal_the_code() -> None:
    assert [name(page) for page in differing()] == []


def test_every_decision_has_its_three_parts_and_fits_a_page() -> None:
    for record in sorted((ROOT / "docs" / "adr").glob("*.md")):
        text = record.read_text(encoding="utf-8")
        assert undescribed({"## Context", "## Decision", "## Consequences"}, text) == set(), record.name
        assert text.count("\n") <= 60, f"{record.name} is longer than a page"


def test_the_guard_bites(tmp_path: Path) -> None:
    assert list(dead_paths(ROOT / "README.md", "`yimen/nowhere.py` and [x](docs/none.md)")) == [
        "yimen/nowhere.py",
        "docs/none.md",
    ]
    assert not list(dead_paths(ROOT / "README.md", "`yimen/<app>/models.py`, `yimen/settings.py`, `a/b`"))
    assert undescribed({"yimen fly"}, "yimen run") == {"yimen fly"}
