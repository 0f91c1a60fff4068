"""The papers of a case. Each stands for one thing that happened and has its number; none is kept as a file.

A paper never shows the receipt nor how to reach the resident: it is made to be handed around.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from yimen.cases.joint.holders import letters_subject
from yimen.cases.models import Case, Opinion
from yimen.cases.reviews.asking import remedies_after
from yimen.cases.reviews.rules import Finding, Stage
from yimen.cases.reviews.words import FINDINGS
from yimen.cases.rules import Kept, Outcome
from yimen.cases.story import Scene, Story
from yimen.cases.words import OUTCOMES, in_language
from yimen.cases.writing import words
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.notifications.queries import letters_of
from yimen.papers.rendering import pdf
from yimen.papers.rules import Paper, Part, Said
from yimen.people.queries import OfficeFacts
from yimen.routing.town import Town

#: The languages that a paper can be in, by the word in its address.
LANGUAGES = {"zh-hans": ("zh-hans",), "en": ("en",), "bo": ("bo",), "bo-zh": ("bo", "zh-hans")}
LETTERS = {code: code.replace(".", "-").replace("_", "-") for code in words.NOTICES}


@dataclass(frozen=True)
class Written:
    """A paper that can be had: its number in the case, its title (English, to be translated), and of when it is."""

    number: int
    title: str
    at: datetime


def written_of(case: Case, story: Story, town: Town) -> list[Written]:
    """All papers of this case, oldest first. None when its words are gone."""
    if case.kept == Kept.BARE:
        return []
    found = ((number, _title(case, scene, town), scene) for number, scene in enumerate(story.scenes, 1))
    return [Written(number, title, scene.at) for number, title, scene in found if title]


def paper_file(case: Case, story: Story, town: Town, number: int, wanted: str) -> bytes | None:
    """The paper with this number as a PDF in these languages; nothing if there is none."""
    if wanted not in LANGUAGES or number not in {written.number for written in written_of(case, story, town)}:
        return None
    return pdf(paper_of(case, story.scenes[number - 1], number, LANGUAGES[wanted], town))


def paper_of(case: Case, scene: Scene, number: int, languages: tuple[str, ...], town: Town) -> Paper:
    """What stands on it: the parts of an opinion, or a notice in the words in which the resident got it."""
    said = _in_each(languages)
    office = _office(case, scene, town)
    return Paper(
        languages=languages,
        title=said(_title(case, scene, town)),
        office=tuple(name_in(office.names, language) for language in languages),
        number=f"{case.pk}-{number}",
        at=scene.at,
        day=tuple(day_in(day_of(scene.at), language) for language in languages),
        rows=_rows(case, scene, languages, town),
        parts=_opinion(case, scene.opinion, languages, town) if scene.opinion else _notice(case, scene),
        seal=said(words.SEAL),
        notes=(said(words.DRAFT),) if "bo" in languages else (),
    )


def _title(case: Case, scene: Scene, town: Town) -> str:
    """What the paper of this scene is called; empty if there is none."""
    if scene.opinion and scene.opinion.finding:
        return words.REVIEWS[scene.opinion.stage]
    if scene.opinion:
        return words.OPINION if town.catalogue.procedure(case.procedure_id).needs_full_opinion else words.ANSWER
    return words.NOTICES.get(scene.code, "")


def _in_each(languages: tuple[str, ...]) -> Callable[[str], Said]:
    return lambda text: tuple(in_language(text, language) for language in languages)


def _office(case: Case, scene: Scene, town: Town) -> OfficeFacts:
    """Who says it: the office that acted, not the one that has the case since."""
    facts, is_above = scene.facts, scene.code == "case.review_asked"
    said_by = facts.get("office") if is_above else facts.get("from_office") or facts.get("office")
    acted = scene.opinion.office_id if scene.opinion else said_by
    return town.offices.by_id[acted or case.office_id]


def _rows(case: Case, scene: Scene, languages: tuple[str, ...], town: Town) -> tuple[tuple[Said, Said], ...]:
    said, category = _in_each(languages), town.catalogue.by_id.get(case.category_id or 0)
    about = tuple(name_in(category.names, language) for language in languages) if category else said(words.NO_CATEGORY)
    received = tuple(day_in(day_of(case.received_at), language) for language in languages)
    rows = [(said(words.NUMBER), (str(case.pk),)), (said(words.ABOUT), about), (said(words.RECEIVED), received)]
    if scene.opinion:
        rows.append((said(words.RESULT), said(OUTCOMES[Outcome(scene.opinion.outcome)])))
        if scene.opinion.finding:
            rows.append((said(words.FINDING), said(FINDINGS[Finding(scene.opinion.finding)])))
    return tuple(rows)


def _opinion(case: Case, opinion: Opinion, languages: tuple[str, ...], town: Town) -> tuple[Part, ...]:
    """All parts that it has (信访工作条例 art. 32), as they were written."""
    said = _in_each(languages)
    parts: tuple[tuple[str, Said], ...] = (
        (words.CLAIMS, (opinion.claims,)),
        (words.FACTS, (opinion.facts,)),
        (words.VIEW, (opinion.opinion,)),
        (words.BASIS, (opinion.basis,)),
        (words.REMEDIES, _remedies(case, opinion, languages, town)),
    )
    return tuple(Part(said(heading), text) for heading, text in parts if any(text))


def _remedies(case: Case, opinion: Opinion, languages: tuple[str, ...], town: Town) -> Said:
    """As they were told; in each language while the town still tells the same ones."""
    stage = Stage(opinion.stage)
    if opinion.remedies and opinion.remedies == remedies_after(case, stage, case.language, town=town):
        return tuple(remedies_after(case, stage, language, town=town) for language in languages)
    return (opinion.remedies,)


def _notice(case: Case, scene: Scene) -> tuple[Part, ...]:
    """The letter that told the resident: what was promised then stands there, whatever has changed since."""
    told = letters_of(letters_subject(case))
    letters = (letter for letter in told if letter.at == scene.at and letter.code == LETTERS[scene.code])
    return tuple(Part((), (letter.body,)) for letter in letters)
