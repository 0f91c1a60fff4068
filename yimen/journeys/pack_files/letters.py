"""Reading the letters of a pack: first line the title, a blank line, the body with its $places."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.text import text_of
from yimen.kernel.verdict import gettext_noop
from yimen.notifications.rules import LONGEST_TITLE, MAY_HAVE, NO_PLACE, PLACE_MISSING, PLACES, TITLE_TELLS_NOTHING
from yimen.notifications.verbs.take_templates import OfferedTemplate

_HEAD = 2  # the title and the blank line after it


def read_letters(folder: Path, languages: tuple[str, ...], notes: Notes) -> tuple[OfferedTemplate, ...]:
    """Every letter in every language of the pack; each that is missing is a problem."""
    _note_strangers(folder, languages, notes)
    found = (_read(folder, code, language, notes) for language in languages for code in PLACES)
    return tuple(letter for letter in found if letter)


def _read(folder: Path, code: str, language: str, notes: Notes) -> OfferedTemplate | None:
    file = f"letters/{language}/{code}.txt"
    if not (folder / file).is_file():
        notes.add(file, 0, "", gettext_noop("This letter is missing."))
        return None
    text = text_of(folder, file, notes)
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    title, blank, body = lines[0].strip(), "".join(lines[1:_HEAD]).strip(), "\n".join(lines[_HEAD:])
    if not title or len(title) > LONGEST_TITLE:
        says = gettext_noop("The first line is the title: it needs 1 to %(most)s characters.")
        notes.add(file, 1, "1", says, most=LONGEST_TITLE)
    if "$" in title:  # a title is seen on a locked telephone, so it tells nothing
        notes.add(file, 1, str(lines[0].index("$") + 1), TITLE_TELLS_NOTHING)
    if blank:
        notes.add(file, _HEAD, "1", gettext_noop("The second line, between title and letter, must be blank."))
    if not body.strip():
        notes.add(file, _HEAD + 1, "1", gettext_noop("The letter has no text."))
    _check_places(file, code, body, notes)
    return OfferedTemplate(code, language, title, body.strip())


def _check_places(file: str, code: str, body: str, notes: Notes) -> None:
    may = PLACES[code] | MAY_HAVE.get(code, frozenset())
    used = set()
    for found in Template.pattern.finditer(body):
        if found["escaped"] is not None:
            continue
        name = found["named"] or found["braced"]
        used.add(name)
        if name not in may:
            line, column = _where(body, found.start())
            shown = body[found.start() :].split(maxsplit=1)[0][:20] if name is None else f"${name}"
            notes.add(file, line, column, NO_PLACE, name=shown, places=" ".join(f"${p}" for p in sorted(may)))
    last, _ = _where(body, len(body.rstrip()))
    for name in sorted(PLACES[code] - used):
        notes.add(file, last, "1", PLACE_MISSING, name=name)


def _where(body: str, at: int) -> tuple[int, str]:
    """Line and character in the file, both from 1, of a place in the body."""
    return _HEAD + 1 + body.count("\n", 0, at), str(at - body.rfind("\n", 0, at))


def _note_strangers(folder: Path, languages: tuple[str, ...], notes: Notes) -> None:
    for file in _files(folder / "letters"):
        language, code = file.parent.name, file.stem
        place = str(file.relative_to(folder).as_posix())
        if language not in languages or file.parent.parent != folder / "letters":
            notes.add(place, 0, "", gettext_noop("“%(value)s” is no language of this pack."), value=language)
        elif code not in PLACES or file.suffix != ".txt":
            notes.add(place, 0, "", gettext_noop("No letter has this name."))


def _files(folder: Path) -> Iterator[Path]:
    """What people put there; not what editors and file managers leave behind (.DS_Store, ~lock)."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name[0] not in ".~" and file.name[-1] != "~":
            yield file
