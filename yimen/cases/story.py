"""A case as a story: what happened, what was said and decided, in one line of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yimen.cases.models import Case, Enquiry, Message, Opinion
from yimen.cases.together.rules import Asked, Whom
from yimen.cases.words import TIMELINE, asked_in_words
from yimen.deadlines.terms import Term, terms_of
from yimen.files.queries import FileFacts, files_of
from yimen.journal.record import Entry, history
from yimen.people.queries import OfficeFacts
from yimen.routing.town import Town

#: Entries of verbs that give a written opinion.
OPINIONS = frozenset({"case.answered", "case.reviewed", "case.sent_back"})


@dataclass(frozen=True)
class Scene:
    """One thing that happened. ``title`` is an English sentence to be translated; actors have no faces."""

    at: datetime
    code: str  # "case.asked"
    title: str
    by: str  # "resident", "post:12", "clock"
    office: OfficeFacts | None
    texts: list[str] = field(default_factory=list)
    opinion: Opinion | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)  # the entry's codes
    asking: "Asking | None" = None


@dataclass(frozen=True)
class Asking:
    """What an office asked a colleague. Its words are for offices: its resident reads who was asked, and by when."""

    enquiry: Enquiry
    office: OfficeFacts

    @property
    def is_open(self) -> bool:
        """Does the office still wait?"""
        return self.enquiry.state == Asked.ASKED

    def whom(self, language: str) -> str:
        """Who was asked."""
        return asked_in_words(Whom(self.enquiry.whom), self.office.names, language)


@dataclass(frozen=True)
class Story:
    """All that a case's page shows, in the order it happened."""

    scenes: list[Scene]
    terms: list[Term]
    files: list[FileFacts]
    last_opinion: Opinion | None
    askings: list[Asking] = field(default_factory=list)


def story_of(case: Case, town: Town) -> Story:
    """The whole story, in four statements; one more each if files came along or colleagues were asked."""
    entries = history(case.ref)
    said = list(Message.objects.filter(case=case).order_by("id"))
    opinions = list(Opinion.objects.filter(case=case).select_related("rating").order_by("id"))
    has_files = any(entry.facts.get("files") for entry in entries)
    is_shared = any("enquiry" in entry.facts for entry in entries)
    rows = Enquiry.objects.filter(case=case).order_by("id") if is_shared else ()
    askings = [Asking(enquiry, town.offices.by_id[enquiry.to_office_id]) for enquiry in rows]
    return Story(
        scenes=_scenes(entries, said, opinions, askings, town),
        terms=terms_of(case.ref),
        files=files_of(case.ref) if has_files else [],
        last_opinion=opinions[-1] if opinions else None,
        askings=askings,
    )


def _scenes(
    entries: Iterable[Entry], said: list[Message], opinions: list[Opinion], askings: list[Asking], town: Town
) -> list[Scene]:
    """Entries, messages and opinions of one verb carry the same time and code, so they are one scene."""
    texts: dict[tuple[str, datetime], list[str]] = {}
    for message in said:
        texts.setdefault((message.about, message.at), []).append(message.text)
    answers = {opinion.at: opinion for opinion in opinions}
    asked = {asking.enquiry.pk: asking for asking in askings}
    return [
        Scene(
            at=entry.at,
            code=entry.code,
            title=TIMELINE[entry.code],
            by=entry.by,
            office=town.offices.by_id.get(entry.facts.get("office") or 0),
            texts=texts.get((entry.code, entry.at), []),
            opinion=answers.get(entry.at) if entry.code in OPINIONS else None,
            facts=entry.facts,
            asking=asked.get(entry.facts.get("enquiry") or 0),
        )
        for entry in entries
        if entry.code in TIMELINE
    ]
