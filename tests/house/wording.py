"""Collects the sentences of the code and the pages and brings every catalogue up to date: ``bin/words``.

Babel reads Python, Django turns a template into something Babel can read; no machine needs gettext's programs.
``--check`` writes nothing and names the catalogues that differ from the code.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from tests.house.tree import ROOT, YIMEN, modules, own_files

LOCALE = YIMEN / "locale"
#: How a sentence is marked: what is called, and which of its arguments are words.
MARKS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "later"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
#: A line of comment before a sentence that begins like this is copied into the catalogues.
FOR_TRANSLATORS = "Translators:"


def templates() -> list[Path]:
    """Every page and part of a page, and every letter to staff, that Django fills."""
    return [p for p in own_files(".html", ".txt") if YIMEN in p.parents and "templates" in p.parts]


def as_python(template: str) -> str:
    """A template as lines that Babel can read: only its marked words are left."""
    return "\n".join(line.strip() for line in templatize(template).splitlines())


def sentences() -> Catalog:
    """Every marked sentence of the product with the files it stands in, as an empty catalogue."""
    found = Catalog()
    for path in [*modules(), *templates()]:
        text = path.read_text(encoding="utf-8")
        source = text if path.suffix == ".py" else as_python(text)
        marked = extract("python", BytesIO(source.encode()), MARKS, (FOR_TRANSLATORS,), {"encoding": "utf-8"})
        for _line, words, comments, context in marked:
            where = path.relative_to(ROOT).as_posix()
            found.add(words, locations=[(where, 0)], auto_comments=comments, context=context)
    return found


def catalogues() -> dict[str, Path]:
    """The catalogue of each language that stands in yimen/locale."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def opened(path: Path) -> Catalog:
    """A catalogue as people left it."""
    return read_po(BytesIO(path.read_bytes()), locale=path.parts[-3], abort_invalid=True)


def renewed(path: Path, source: Catalog) -> str:
    """The catalogue's text after today's code: new sentences empty, changed ones fuzzy, vanished ones gone."""
    catalogue = opened(path)
    catalogue.update(source, no_fuzzy_matching=path.parts[-3] == "en")
    catalogue.obsolete.clear()
    for message in catalogue:
        message.auto_comments = list(dict.fromkeys(message.auto_comments))
        message.locations = [(place, None) for place in sorted({place for place, _line in message.locations})]
        if path.parts[-3] == "en" and message.id and not any(message.string):
            catalogue.delete(message.id, message.context)
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, width=0, sort_output=True, include_previous=True)
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]  # the header belongs to people
    return f"{head}\n\n{body.getvalue().decode()}".rstrip("\n") + "\n"


def unsaid(path: Path) -> list[str]:
    """The sentences that this catalogue does not say yet, or says in a way that somebody must look at again."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in opened(path)
        if message.id and (message.fuzzy or not all(message.string if message.pluralizable else [message.string]))
    ]


def main() -> int:
    """Write the catalogues, or compare them, and say how many sentences each language still lacks."""
    source, changed = sentences(), []
    for language, path in catalogues().items():
        text = renewed(path, source)
        if text != path.read_text(encoding="utf-8"):
            changed.append(language)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
        print(f"{language}: {len(unsaid(path))} of {len(opened(path))} sentences are not said yet")
    print("changed: " + (", ".join(changed) or "none"))
    return 1 if changed and "--check" in sys.argv else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yimen.settings")
    settings.configure() if False else None
    sys.exit(main())
