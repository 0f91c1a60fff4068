"""What all papers of mediation have in common: the same words in each language of the paper, days, the head of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from yimen.cases.words import in_language
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.mediation.companions.rules import FOR_A_SIDE
from yimen.mediation.papers import words
from yimen.mediation.papers.file import File
from yimen.mediation.papers.rules import Given
from yimen.mediation.queries.companions import Beside
from yimen.mediation.rules import Kind
from yimen.mediation.words import KINDS, ROLES
from yimen.papers.rules import Paper, Said, Signing


@dataclass(frozen=True)
class Tongue:
    """The languages of a paper, and saying something in each."""

    languages: tuple[str, ...]

    def said(self, text: str, **params: Said) -> Said:
        """A fixed sentence in each language; whatever is put into it is in that language too.

        A sentence that nobody has translated stands there once: its words and those put into it in one language.
        """
        found = [in_language(text, language) for language in self.languages]
        if len(set(found)) == 1:
            last = self.languages.index("zh-hans") if "zh-hans" in self.languages else 0
            return (_filled(found[0], params, last),)
        return tuple(_filled(one, params, n) for n, one in enumerate(found))

    def names(self, names: Any) -> Said:  # noqa: ANN401 – names by language
        """The name of an office or a post in each."""
        return tuple(name_in(names, language) for language in self.languages)

    def day(self, day: date) -> Said:
        """A day in words."""
        return tuple(day_in(day, language) for language in self.languages)

    def moment(self, at: datetime) -> Said:
        """A day with its time, by the town's clock."""
        return tuple(f"{day} {localtime(at):%H:%M}" for day in self.day(day_of(at)))

    def joined(self, texts: list[str]) -> Said:
        """Sentences below each other, in each language."""
        return tuple(dict.fromkeys("\n".join(in_language(text, one) for text in texts) for one in self.languages))


def _filled(text: str, params: dict[str, Said], n: int) -> str:
    return text % {name: value[min(n, len(value) - 1)] for name, value in params.items()} if params else text


Rows = tuple[tuple[Said, Said], ...]


def paper(file: File, of: Given, tongue: Tongue, title: str, **parts: Any) -> Paper:  # noqa: ANN401 – parts of a paper
    """A paper of this committee under the number of the mediation."""
    notes = parts.pop("notes", ())
    return Paper(
        languages=tongue.languages,
        title=tongue.said(title),
        office=tongue.names(file.committee),
        number=file.number,
        at=of.at,
        day=tongue.day(day_of(of.at)),
        rows=parts.pop("rows", head(file, tongue)),
        seal=parts.pop("seal", ()),
        notes=(*notes, *((tongue.said(words.DRAFT),) if "bo" in tongue.languages else ())),
        **parts,
    )


def head(file: File, tongue: Tongue, *more: tuple[Said, Said]) -> Rows:
    """Number, type and the sides: what stands at the top of each paper."""
    kind = KINDS[Kind(file.reader.mediation.kind)]
    rows = [(tongue.said(words.NUMBER), (file.number,)), (tongue.said(words.KIND), tongue.said(kind))]
    return (*rows, *sides(file, tongue), *more)


def sides(file: File, tongue: Tongue) -> Rows:
    """Each side under its number, with whoever acts for it. Names as they are called here: no more is known."""
    named = [(one.number, tongue.said(words.SIDE, number=(str(one.number),)), one.name) for one in file.names]
    acting = [one for one in file.company if one.role in FOR_A_SIDE]
    named += [(one.side, _with(one, tongue), one.name) for one in acting]
    return tuple((label, (name,)) for _, label, name in sorted(named, key=lambda one: one[0]))


def company(file: File, tongue: Tongue) -> Rows:
    """Who else has come: supporters, experts, interpreters."""
    return tuple((_with(one, tongue), (one.name,)) for one in file.company if one.role not in FOR_A_SIDE)


def _with(one: Beside, tongue: Tongue) -> Said:
    return tongue.said(words.COMES_AS, role=tongue.said(ROLES[one.role]), number=(str(one.side),))


def to_sign(file: File, tongue: Tongue, *, mediator: bool = True, only: int = 0) -> tuple[Signing, ...]:
    """Empty lines: one for each side, or for one alone, and for the mediator."""
    here = tongue.said(words.SIGN_HERE)
    found = [Signing((one.name,), (), here) for one in file.names if only in (0, one.number)]
    return (*found, *((Signing(tongue.said(words.MEDIATOR), (), here),) if mediator else ()))
