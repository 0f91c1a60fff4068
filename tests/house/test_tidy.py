"""Nothing of one machine in the repository: no path, no index, no download address, no name of its tools."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, name, own_files

FOUND_NOWHERE = {
    "a path of one machine": r"(?<![\w.-])/(?:work|root|home/\w+|farm|Users/\w+)/",
    "an index of packages": r"--(?:extra-)?index-url|^\s*registry\s*=|find-links|pypi\.org|npmjs\.org",
    "a download address": r"\"resolved\":\s*\"http|https?://[^\s\"]+\.(?:whl|tgz|tar\.gz|deb)\b",
    "a key": r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}",
}
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-ocr.lock")
_RELEASE = re.compile(r"^[a-z0-9.-]+==\S+(?: ; [^\\]+)?", re.MULTILINE)
TEXT = {".py", ".md", ".toml", ".json", ".lock", ".txt", ".csv", ".html", ".css", ".scss", ".js", ".mjs", ".sh", ".yml",
        ".cfg", ".ini", ".npmrc", ".svg", ".po", ""}  # fmt: skip


def leftovers(path: str, text: str) -> Iterator[str]:
    """What should not be in a file, with its line."""
    for what, pattern in FOUND_NOWHERE.items():
        for found in re.finditer(pattern, text, re.MULTILINE):
            yield f"{path}:{text.count(chr(10), 0, found.start()) + 1} {what}: {found[0]}"


def test_nothing_of_one_machine_is_in_the_repository() -> None:
    here = Path(__file__).resolve()  # the only file that must speak of them
    files = [p for p in own_files() if p.suffix in TEXT and p.stat().st_size < 2_000_000 and p != here]
    found = [line for p in files for line in leftovers(name(p), p.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_what_is_started_may_be_started() -> None:
    commands = [p for p in own_files() if p.parent in {ROOT / "bin", ROOT / ".ci"}]
    assert commands
    assert [name(p) for p in commands if not p.stat().st_mode & 0o100] == []


def test_the_guard_bites() -> None:
    """Each example is put together here (~ stands for a slash), so that none stands in the repository itself."""
    for line in (
        "see ~work~main~x",
        "~home~me~x",
        "pip install --{}-url x",
        '"{}": "https:~~x~y.tgz"',
        "https:~~files.example~x-1.0.wh{}",
        "regis{}=https:~~x",
        "-----BEGIN PRIVATE {}",
    ):
        word = {"pip": "index", '"{}': "resolved", "htt": "l", "reg": "try", "---": "KEY"}.get(line[:3], "")
        example = line.replace("~", "/").format(word)
        assert list(leftovers("a", example)), example
    assert not list(leftovers("a", "http://localhost:8000/desk/ and https://www.w3.org/2000/svg and ./work/"))


def test_the_lock_files_say_the_same() -> None:
    """What a town runs is what was tested: each release that is locked stands in the lock of the tests too."""
    texts = [(ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS]
    base, tested, ocr = (set(_RELEASE.findall(text)) for text in texts)
    assert base
    assert base <= tested & ocr
    assert ocr <= tested
    assert not any("://" in text for text in texts), "no lock names a registry"
