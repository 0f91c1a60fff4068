"""The translations, compiled: from the .po files that people edit to the .mo files that Django reads.

Babel does it, so that no machine needs gettext's programs. ``python -m yimen.kernel.catalogues`` compiles what is new.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Compile every catalogue that is newer than its result; the compiled ones are returned. Safe at any time."""
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        result = source.with_suffix(".mo")
        if result.exists() and result.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, locale=source.parts[-3], abort_invalid=True)
        fresh = result.with_suffix(".mo.new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(result)  # in one step: another process may be reading it
        compiled.append(result)
    return compiled


if __name__ == "__main__":
    compile_catalogues()
