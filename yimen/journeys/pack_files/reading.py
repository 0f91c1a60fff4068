"""Reading a whole pack: first what it is, then its tables in the order in which they refer to each other."""

from pathlib import Path

from yimen.journeys.pack_files.categories import read_categories
from yimen.journeys.pack_files.ladder import read_ladder
from yimen.journeys.pack_files.letters import read_letters
from yimen.journeys.pack_files.manifest import FILE, read_manifest
from yimen.journeys.pack_files.pack import Pack
from yimen.journeys.pack_files.problems import BadPack, Notes
from yimen.journeys.pack_files.references import read_doors, read_functions, read_limits, read_procedures
from yimen.kernel.verdict import gettext_noop
from yimen.routing.facts import Offer


def read_pack(folder: Path) -> Pack:
    """The pack in this folder; raises :class:`BadPack` with all its problems if it has any."""
    notes = Notes()
    manifest = read_manifest(folder, notes)
    if manifest is None:
        raise BadPack(notes.problems)
    languages = manifest.languages
    functions = read_functions(folder, languages, notes)
    limits = read_limits(folder, languages, notes)
    doors = read_doors(folder, languages, notes)
    procedures = read_procedures(folder, languages, (limits, doors), manifest.default_procedure, notes)
    categories, remits = read_categories(folder, languages, (functions, limits, procedures, doors), notes)
    templates = read_letters(folder, languages, notes)
    ladder = read_ladder(folder, languages, notes)
    if manifest.default_procedure and procedures and manifest.default_procedure not in procedures:
        says = gettext_noop("“%(value)s” is not in procedures.csv.")
        line = _line_of(folder, "default_procedure")
        notes.add(FILE, line, "default_procedure", says, value=manifest.default_procedure)
    if notes.problems:
        raise BadPack(notes.problems)
    offer = Offer(tuple(doors.values()), tuple(procedures.values()), tuple(categories), remits)
    return Pack(folder, manifest, functions, tuple(limits.values()), offer, templates, ladder)


def _line_of(folder: Path, key: str) -> int:
    lines = (folder / FILE).read_text("utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith(key)), 0)
