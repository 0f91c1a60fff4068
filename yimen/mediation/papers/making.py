"""Making a paper for a reader: the one door. What stands on it was opened with the reader's own keys."""

from datetime import date

from django.conf import settings

from yimen.mediation.papers.after import closing, confirmation, follow_up, proof
from yimen.mediation.papers.agreed import agreement
from yimen.mediation.papers.file import File, file_of, stands
from yimen.mediation.papers.opening import application, cover, register, rights
from yimen.mediation.papers.rules import BUNDLE, Given, Sheet, given
from yimen.mediation.papers.sayings import Tongue
from yimen.mediation.papers.session import session
from yimen.mediation.rooms.inside import WithKeys
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
