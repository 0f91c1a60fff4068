"""Making a paper for a reader: the one door. What stands on it was opened with the reader's own keys."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext

from yimen.mediation.papers import words
from yimen.mediation.papers.after import closing, confirmation, follow_up, proof
from yimen.mediation.papers.agreed import agreement
from yimen.mediation.papers.file import File, file_of, stands
from yimen.mediation.papers.opening import application, cover, register, rights
from yimen.mediation.papers.rules import BUNDLE, Given, Sheet, given
from yimen.mediation.papers.sayings import Tongue
from yimen.mediation.papers.session import session
from yimen.mediation.rooms.inside import WithKeys
from yimen.mediation.rooms.rules import Said
from yimen.papers.rendering import pdf_of
from yimen.papers.rules import Paper

MAKING = {
    Sheet.COVER: cover,
    Sheet.APPLICATION: application,
    Sheet.REGISTER: register,
    Sheet.RIGHTS: rights,
    Sheet.SESSION: session,
    Sheet.AGREEMENT: agreement,
    Sheet.FOLLOW_UP: follow_up,
    Sheet.CLOSING: closing,
    Sheet.CONFIRMATION: confirmation,
    Sheet.PROOF: proof,
}


def languages_of(wanted: str) -> tuple[str, ...]:
    """The languages by the word in an address: one, or two side by side in the town's order; none if there is none."""
    known = {code: (code,) for code in ("zh-hans", "bo", "en")}
    return (known | {"bo-zh": settings.YIMEN_PAPER_LANGUAGES}).get(wanted, ())


def papers_for(reader: WithKeys, today: date) -> list[Given]:
    """The papers that this reader can have."""
    file = file_of(reader)
    return given(stands(file), today) if file else []


def titled_for(reader: WithKeys, today: date) -> list[tuple[Given, str]]:
    """The same with what each is called (English, to be translated)."""
    file = file_of(reader)
    if file is None:
        return []
    alone = {one.id for one in file.words if one.said is Said.CAUCUS}
    oral = {Sheet.AGREEMENT: words.ORAL} if reader.mediation.is_oral else {}
    found = given(stands(file), today)
    return [(one, words.ALONE if one.entry in alone else oral.get(one.sheet, words.TITLES[one.sheet])) for one in found]


def paper_for(reader: WithKeys, key: str, languages: tuple[str, ...], today: date) -> bytes | None:
    """One of them as PDF; nothing if the reader has no such paper, whoever else may have it."""
    file = file_of(reader)
    wanted = next((one for one in given(stands(file), today) if one.key == key), None) if file else None
    if file is None or wanted is None or not languages:
        return None
    return pdf_of(sheets(file, wanted, languages))


def sheets(file: File, wanted: Given, languages: tuple[str, ...]) -> list[Paper]:
    """The paper as data; several where it is a bundle."""
    tongue = Tongue(languages)
    parts = BUNDLE if wanted.sheet is Sheet.COURT else (wanted.sheet,)
    return [MAKING[sheet](file, Given(sheet, wanted.at, wanted.entry), tongue) for sheet in parts]


@dataclass(frozen=True)
class Line:
    """A paper in a list: what it is called in the reader's language, and where it is in each language."""

    title: str
    at: datetime
    links: list[tuple[list[tuple[str, str]], str]]  # the languages with their own names, and the address


def lines_of(papers: list[tuple[Given, str]], url: Callable[[str, str], str]) -> list[Line]:
    """The list that a page shows. Two languages are named in their order on the paper."""
    names = dict(settings.LANGUAGES)
    offered = [(word, [(code, names[code]) for code in languages_of(word)]) for word in ("zh-hans", "bo-zh", "en")]
    return [
        Line(gettext(title), one.at, [(named, url(one.key, word)) for word, named in offered]) for one, title in papers
    ]
