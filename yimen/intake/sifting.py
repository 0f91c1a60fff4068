"""Files that are here already, with what came: those that can be taken, and the others for their sender to be told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from yimen.cases.words import in_language
from yimen.files import rules
from yimen.files.hygiene import Cleaned, clean
from yimen.files.store import Placed, put_all, take_back
from yimen.intake.files import Upload
from yimen.kernel.verdict import Refused, gettext_noop, require

#: By the reason of ``yimen.files``, the same in few words: nobody fills in a form here that could be sent again.
WHY_LEFT_OUT = {
    rules.EMPTY: gettext_noop("empty"),
    rules.TOO_LARGE: gettext_noop("too large"),
    rules.TOO_MANY: gettext_noop("too many files"),
    rules.TOO_MUCH: gettext_noop("too large together"),
    rules.ARCHIVE: gettext_noop("an archive"),
    rules.PROGRAM: gettext_noop("a program or a script"),
    rules.WEB_PAGE: gettext_noop("a web page"),
    rules.OFFICE: gettext_noop("an office document; please send it as PDF"),
    rules.DAMAGED: gettext_noop("damaged"),
    rules.LOCKED_PDF: gettext_noop("a locked PDF"),
    rules.ACTIVE_PDF: gettext_noop("a PDF with a program inside"),
    rules.VIRUS: gettext_noop("a virus was found in it"),
}
OF_ANOTHER_KIND = gettext_noop("of a kind that we cannot open")


@dataclass(frozen=True)
class LeftOut:
    """A file that came and could not be taken, by the name its sender gave it, and why."""

    name: str
    why: str  # one of WHY_LEFT_OUT


def sift(uploads: Sequence[Upload]) -> tuple[list[Cleaned], list[LeftOut]]:
    """Each for itself: one that cannot be taken keeps no other one out. Refused where no file can be looked at now."""
    taken: list[Cleaned] = []
    left_out: list[LeftOut] = []
    for name, content in uploads:
        try:
            require(rules.may_send([*(len(each.content) for each in taken), len(content)]))
            taken.append(clean(name, content))
        except Refused as no:
            if no.verdict.reason == rules.SCANNER_AWAY:
                raise
            why = WHY_LEFT_OUT.get(no.verdict.reason, OF_ANOTHER_KIND)
            left_out.append(LeftOut(rules.tidy(name, longest=60), why))
    return taken, left_out


def in_lines(left_out: Sequence[LeftOut], language: str) -> str:
    """A line for each, in the language of whoever sent them."""
    return "\n".join(f"– {each.name}: {in_language(each.why, language)}" for each in left_out)


@contextmanager
def on_the_disk(cleaned: Sequence[Cleaned]) -> Iterator[list[Placed]]:
    """For the verb inside the ``with``; off the disk again if that fails."""
    placed = put_all(cleaned)
    try:
        yield placed
    except BaseException:
        take_back(placed)
        raise
