"""Collects the sentences of the code and the pages and brings every catalogue up to date: ``bin/words``.

Python's own parser and Django's find the marked sentences, Babel merges them with what was translated before; no
machine needs gettext's programs. ``--check`` writes nothing and fails when a catalogue differs from the code.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from tests.house.tree import YIMEN, calls, modules, name, own_files

LOCALE = YIMEN / "locale"
#: The source is English: its catalogue holds only Django's own sentences, said more kindly.
SOURCE = "en"
#: How a sentence is marked in Python: what is called, and how many of its first arguments are words.
MARKS = dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "later"), 1)
MARKS |= dict.fromkeys(("ngettext", "ngettext_lazy"), 2)
#: What Django makes of the tags of a template.
TAGS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
#: A comment above a sentence that begins like this stands in the catalogues too.
NOTE = "Translators:"

Found = tuple[str | tuple[str, ...], str, str | None]  # the words, a note, the context


def said_in_code(source: str) -> Iterator[Found]:
    """The marked sentences of a Python source; only words that stand there as they are can be found."""
    lines = ["", *source.splitlines()]
    for called, call in calls(ast.parse(source)):
        given = call.args[: MARKS.get(called, 0)]
        words = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if words and len(words) == MARKS[called]:
            above = lines[call.lineno - 1].strip().removeprefix("# ")
            yield words[0] if len(words) == 1 else tuple(words), above if above.startswith(NOTE) else "", None


def said_on_page(template: str) -> Iterator[Found]:
    """The marked sentences of a template."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 – wants settings

    lines = "\n".join(line.strip() for line in templatize(template).splitlines()).encode()
    for _line, words, notes, context in extract("python", BytesIO(lines), TAGS, (NOTE,), {"encoding": "utf-8"}):
        yield words, " ".join(notes), context


def sentences() -> Catalog:
    """Every marked sentence of the product with the files it stands in, as an empty catalogue."""
    pages = [p for p in own_files(".html", ".txt") if YIMEN in p.parents and "templates" in p.parts]
    found = Catalog()
    for path in [*modules(), *pages]:
        text = path.read_text(encoding="utf-8")
        for words, note, context in (said_in_code if path.suffix == ".py" else said_on_page)(text):
            found.add(words, locations=[(name(path), 0)], auto_comments=[note] if note else (), context=context)
    return found


def catalogues() -> dict[str, Path]:
    """The catalogue of each language, by the name of its folder."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def opened(path: Path) -> Catalog:
    """A catalogue as people left it."""
    return read_po(BytesIO(path.read_bytes()), locale=path.parts[-3], abort_invalid=True)


def renewed(path: Path, source: Catalog) -> str:
    """The catalogue after today's code: new sentences empty, changed ones fuzzy (so not shown), vanished ones gone."""
    catalogue = opened(path)
    is_source = path.parts[-3] == SOURCE
    catalogue.update(source, no_fuzzy_matching=is_source)
    catalogue.obsolete.clear()
    for message in [m for m in catalogue if m.id]:
        message.locations = [(place, 0) for place in sorted({place for place, _line in message.locations})]
        message.auto_comments = sorted(set(message.auto_comments))
        if is_source and not is_said(message):
            catalogue.delete(message.id, message.context)
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, sort_output=True, include_lineno=False)
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]  # it belongs to people
    return f"{head}\n\n{body.getvalue().decode().strip()}\n"


def is_said(message: Message) -> bool:
    """Whether this language shows a sentence of its own here."""
    return all(several(message.string)) and not message.fuzzy


def several(words: object) -> list[str]:
    """The forms of a sentence or of its translation; most have one."""
    return [str(form or "") for form in (words if isinstance(words, list | tuple) else [words])]


def unsaid(path: Path) -> list[str]:
    """The sentences that this catalogue lacks, or that somebody must look at again."""
    return [several(message.id)[0] for message in opened(path) if message.id and not is_said(message)]


def main() -> int:
    """Write the catalogues, or compare them, and say how many sentences each language still lacks."""
    settings.configure()
    source, differing = sentences(), []
    for language, path in catalogues().items():
        text = renewed(path, source)
        if text != path.read_text(encoding="utf-8"):
            differing.append(language)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
        if language != SOURCE:
            print(f"{language}: {len(unsaid(path))} of {len(source)} sentences are missing")
    print(f"Differing from the code: {', '.join(differing) or 'none'}")
    return 1 if differing and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
