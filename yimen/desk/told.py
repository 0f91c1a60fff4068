"""The story of a case as the desk reads it: offices and roles, no names of persons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.utils.translation import get_language, gettext

from yimen.cases.reviews.rules import Finding
from yimen.cases.reviews.words import FINDINGS
from yimen.cases.rules import Outcome, Satisfied, Solved
from yimen.cases.story import Asking, Scene, Story
from yimen.cases.words import OUTCOMES, SATISFIED, SOLVED
from yimen.deadlines.words import explain
from yimen.desk.beside.words import BESIDE
from yimen.desk.petition.words import REVIEWED
from yimen.desk.words import ACTORS, ENDED, HAPPENED, KINDS, STAGES, Words
from yimen.kernel.languages import day_in, name_in
from yimen.people.queries import PostShown, posts_shown
from yimen.people.rules import ROLE_WORDS, STANDING_IN, Role, acted_from, stood_in
from yimen.routing.town import Town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.rules import Ladder
from yimen.supervision.words import urged

LOOKS = {"resident": "resident", "case.answered": "done", "case.closed": "done", "case.rated": "resident"}
#: What happened, as the desk reads it.
TITLES = HAPPENED | BESIDE | REVIEWED
MOVED = frozenset(
    "case.handed_over case.decided case.sorted case.mended case.review_asked case.sent_back case.passed_up".split()
)


@dataclass(frozen=True)
class Told:
    """One thing that happened, in the reader's words; ``parts`` are what was said, each with its heading."""

    at: datetime
    title: Words
    who: str
    look: str
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Limit:
    """One date and why that day; ``ended`` says what became of it."""

    words: Words
    due_on: date
    why: str
    ended: str


def told(story: Story, town: Town, notes: Mapping[int, str] = MappingProxyType({})) -> list[Told]:
    """All scenes, oldest first; no statement: the posts that acted are in memory. ``notes``: those one may read."""
    language = get_language() or ""
    ratings = {rating.at: rating for s in story.scenes if (rating := getattr(s.opinion, "rating", None))}
    acted = [post for scene in story.scenes if (post := acted_from(scene.by)) is not None]
    posts = posts_shown(acted, edition=town.editions.get("people", 0))
    return [
        Told(
            at=scene.at,
            title=TITLES.get(scene.code, scene.title),
            who=_who(scene, posts, language),
            look=LOOKS.get(scene.code) or LOOKS.get(scene.by.partition(":")[0], ""),
            parts=list(
                _rated(ratings[scene.at], is_told=bool(scene.facts.get("told")))
                if scene.code == "case.rated" and scene.at in ratings
                else _parts(scene, language, ladder_of(town.editions))
            )
            + [("", text) for text in [notes.get(scene.facts.get("note") or 0)] if text],
        )
        for scene in story.scenes
    ]


def limits(story: Story) -> list[Limit]:
    """The dates that run, and after them those that ended."""
    language = get_language() or ""
    found = [
        Limit(
            words=STAGES.get(term.stage, ""),
            due_on=term.due_on,
            why=explain(term, language),
            ended=str(ENDED[term.state]) % {"day": day_in(term.ended_on, language)} if term.ended_on else "",
        )
        for term in story.terms
    ]
    return sorted(found, key=lambda limit: (bool(limit.ended), limit.due_on))


def _who(scene: Scene, posts: Mapping[int, PostShown], language: str) -> str:
    number = acted_from(scene.by)
    if number is None:
        return str(ACTORS.get(scene.by) or ACTORS.get(scene.by.partition(":")[0], scene.by))
    post = posts.get(number)
    return f"{name_in(post.office_names, language)} · {role_in_words(post.role, scene.by)}" if post else ""


def role_in_words(role: Role, by: str) -> str:
    """The role, and whether somebody stood in."""
    words = gettext(ROLE_WORDS[role])
    return gettext(STANDING_IN) % {"role": words} if stood_in(by) else words


def _parts(scene: Scene, language: str, ladder: Ladder) -> Iterator[tuple[str, str]]:
    """What was said: in an answer all of its parts, after a decision the office that has the case now."""
    if scene.code in MOVED and scene.office:
        yield gettext("Now with"), name_in(scene.office.names, language)
    if scene.code == "case.mended":
        yield gettext("Kind"), str(KINDS[scene.facts["kind"]])
    if scene.code in {"case.linked", "case.unlinked"}:
        yield gettext("Main case"), str(scene.facts["main"])
    if scene.code == "case.instructed":
        yield gettext("Report back by"), day_in(date.fromisoformat(scene.facts["until"]), language)
    if scene.code == "case.urged":
        yield "", urged(scene.facts, ladder, language)
    for text in scene.texts:
        yield "", text
    if scene.asking:
        yield from _asked(scene.asking, scene.code, language)
    if scene.opinion and scene.opinion.finding:
        yield gettext("The review"), gettext(FINDINGS[Finding(scene.opinion.finding)])
    if scene.opinion:
        yield gettext("Outcome"), gettext(OUTCOMES[Outcome(scene.opinion.outcome)])
        yield gettext("What was asked"), scene.opinion.claims
        yield gettext("What was found"), scene.opinion.facts
        yield gettext("Answer"), scene.opinion.opinion
        yield gettext("Law or rule"), scene.opinion.basis
        yield gettext("What the resident may do next"), scene.opinion.remedies


def _asked(asking: Asking, code: str, language: str) -> Iterator[tuple[str, str]]:
    """What was asked of whom and by when; or what they said."""
    if code in {"case.part_asked", "case.advice_asked"}:
        yield gettext("Asked"), asking.whom(language)
        yield gettext("Answer by"), day_in(asking.enquiry.due_on, language)
        yield "", asking.enquiry.question
    elif code != "case.enquiry_recalled":
        yield "", asking.enquiry.answer


def _rated(rating: Any, *, is_told: bool) -> Iterator[tuple[str, str]]:  # noqa: ANN401 – a row of another app's table
    """What the resident said of the answer."""
    yield gettext("Solved"), gettext(SOLVED[Solved(rating.solved)])
    yield gettext("Satisfied"), gettext(SATISFIED[Satisfied(rating.satisfied)])
    yield gettext("Visits"), str(rating.visits)
    yield "", rating.words
    if is_told:
        yield "", gettext("Told by telephone, and written down by the service desk.")
