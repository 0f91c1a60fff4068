"""The papers with which a file begins: cover, application, register form, rights and duties."""

from yimen.kernel.clock import day_of
from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.court.rules import Court
from yimen.mediation.endings import Ending, told
from yimen.mediation.papers import words
from yimen.mediation.papers.file import File
from yimen.mediation.papers.rules import Given
from yimen.mediation.papers.sayings import Rows, Tongue, company, head, paper, to_sign
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rules import Source, State
from yimen.mediation.words import DUTIES, ENDINGS, EXCEPTION, RIGHTS, SOURCES, STATES
from yimen.papers.rules import Paper, Part, Signing


def cover(file: File, of: Given, tongue: Tongue) -> Paper:
    """The number, who, since when, and how it stands."""
    mediation, said = file.reader.mediation, tongue.said
    began = said(SOURCES[Source(mediation.source)])
    rows = [
        *head(file, tongue),
        *company(file, tongue),
        (said(words.SOURCE), began),
        (said(words.MEDIATOR), tongue.names(file.mediator)),
        (said(words.BEGAN), tongue.day(day_of(mediation.at))),
        *_outcome(file, tongue),
    ]
    return paper(file, of, tongue, words.TITLES[of.sheet], rows=tuple(rows), parts=())


def _outcome(file: File, tongue: Tongue) -> Rows:
    mediation, said = file.reader.mediation, tongue.said
    rows = []
    if mediation.amount:
        rows.append((said(words.MONEY), said(words.AMOUNTS[Amount(mediation.amount)])))
    if mediation.agreed_on:
        form = Form.ORAL if mediation.is_oral else Form.WRITTEN
        rows.append((said(words.AGREED_ON), tongue.day(mediation.agreed_on)))
        rows.append((said(words.AGREED_FORM), said(words.AGREED_AS[form])))
    if mediation.ended_at:
        rows.append((said(words.ENDED_ON), tongue.day(day_of(mediation.ended_at))))
    rows.append((said(words.RESULT), said(result_of(file))))
    if mediation.court:
        rows.append((said(words.TO_COURT), said(words.COURTS[Court(mediation.court)])))
    return tuple(rows)


def result_of(file: File) -> str:
    """How it stands, or how it ended as the sides read it: the paper says no more than they are told."""
    mediation = file.reader.mediation
    return ENDINGS[told(Ending(mediation.ending))] if mediation.ending else STATES[State(mediation.state)]


def application(file: File, of: Given, tongue: Tongue) -> Paper:
    """In the applicant's own words, which stand in their room alone. How to reach the others is not on it."""
    said = tongue.said
    parts = [Part(said(heading), (one.words,)) for heading, one in (
        (words.CLAIM, file.last(Said.CLAIM)), (words.WISH, file.last(Said.WISH)),
    ) if one]  # fmt: skip
    signs = to_sign(file, tongue, mediator=False, only=1)
    return paper(file, of, tongue, words.TITLES[of.sheet], parts=tuple(parts), signs=signs)


def register(file: File, of: Given, tongue: Tongue) -> Paper:
    """What it is about in the mediator's words, as the other side was told."""
    mediation, said = file.reader.mediation, tongue.said
    more = (
        (said(words.SOURCE), said(SOURCES[Source(mediation.source)])),
        (said(words.MEDIATOR), tongue.names(file.mediator)),
        (said(words.BEGAN), tongue.day(day_of(mediation.at))),
    )
    summary = file.last(Said.SUMMARY)
    parts = (Part(said(words.SUMMARY), (summary.words if summary else "",)),)
    signs = (Signing(said(words.MEDIATOR), (), said(words.SIGN_HERE)),)
    return paper(file, of, tongue, words.TITLES[of.sheet], rows=head(file, tongue, *more), parts=parts, signs=signs)


def rights(file: File, of: Given, tongue: Tongue) -> Paper:
    """What is read out to each side before anything is signed (人民调解法 art. 23, 24), and who has understood it."""
    said = tongue.said
    parts = (
        Part(said(words.RIGHTS), tongue.joined(list(RIGHTS))),
        Part(said(words.DUTIES), tongue.joined(list(DUTIES))),
        Part(said(words.SAID_BEFORE), said(EXCEPTION)),
    )
    knows, here = said(words.KNOWS), said(words.SIGN_HERE)
    signs = tuple(Signing((one.name,), (), knows if one.has_rights else here) for one in file.names)
    return paper(file, of, tongue, words.TITLES[of.sheet], parts=parts, signs=signs)
