"""The record of a session, or of a talk with one side alone."""

from yimen.mediation.papers import words
from yimen.mediation.papers.file import File
from yimen.mediation.papers.rules import Given
from yimen.mediation.papers.sayings import Rows, Tongue, head, paper, to_sign
from yimen.mediation.queries.reading import Words
from yimen.mediation.rooms.rules import Said
from yimen.mediation.sittings.rules import Form
from yimen.mediation.words import FORMS
from yimen.papers.rules import Paper, Part


def session(file: File, of: Given, tongue: Tongue) -> Paper:
    """What was offered stands apart from what all accept: only the second may count elsewhere.

    The record of a talk with one side is opened with the key of that side's room. It has no part that all accept.
    """
    record = next(one for one in file.words if one.id == of.entry)
    alone = int(record.room.rpartition("-")[2]) if record.said is Said.CAUCUS else 0
    said = tongue.said
    parts = [Part(said(words.OFFERED), said(words.OFFERED_NOTE)), Part((), (record.words,))]
    if not alone:
        facts = [one.words for one in file.words if one.said is Said.FACTS and one.at == record.at]
        parts.append(Part(said(words.ACCEPTED), said(words.ACCEPTED_NOTE)))
        parts.append(Part((), ("\n".join(facts),) if facts else said(words.NOTHING)))
    return paper(
        file, of, tongue, words.ALONE if alone else words.TITLES[of.sheet],
        rows=head(file, tongue, *_held(file, record, alone, tongue)),
        parts=tuple(parts),
        signs=to_sign(file, tongue, only=alone),
    )  # fmt: skip


def _held(file: File, record: Words, alone: int, tongue: Tongue) -> Rows:
    """When, where and how, and with whom. Of a talk that was only noted, the day on which it was."""
    meeting, said = file.meeting_of(record), tongue.said
    at = meeting.sitting.begins_at if meeting else record.at
    rows = [(said(words.WHEN), tongue.moment(at))]
    if meeting:
        rows.append((said(words.HOW_HELD), said(FORMS[Form(meeting.sitting.form)])))
        rows += [(said(words.WHERE), (meeting.where,))] if meeting.where else []
    if alone:
        rows.append((said(words.WITH), (file.name(alone),)))
    return tuple(rows)
