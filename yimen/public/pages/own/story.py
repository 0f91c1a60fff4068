"""A resident's own case as a story: who did what and when, what was said, and what the resident can do now."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import resident_of
from yimen.cases.joint.inviting import may_invite, may_leave
from yimen.cases.joint.words import BY_ANOTHER
from yimen.cases.mediated import NO_QUARREL
from yimen.cases.policies import may
from yimen.cases.queries import Case
from yimen.cases.reviews.asking import last_opinion, may_ask_review_now, may_reopen_now, may_tell_more_now
from yimen.cases.reviews.rules import Finding
from yimen.cases.reviews.words import FINDINGS
from yimen.cases.rules import REOPEN_WITHIN, Kept, Outcome
from yimen.cases.same.too import may_say_me_too
from yimen.cases.story import Asking, Opinion, Scene, Story
from yimen.cases.together.aside import may_wish_aside, wish_of
from yimen.cases.verbs.resident.erase import may_erase_now
from yimen.cases.words import KINDS, OUTCOMES, SATISFIED, SOLVED
from yimen.files.queries import FileFacts
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.verdict import Verdict, gettext_noop
from yimen.people.queries import PostShown, posts_shown
from yimen.people.rules import ROLE_WORDS, STANDING_IN, acted_from, stood_in
from yimen.routing.rules import Kind
from yimen.routing.town import Town, the_town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.words import urged

VERBS = ("reply", "rate", "add", "reopen", "withdraw", "invite", "leave", "begin_mediation", "say_me_too")
COMING_AGAIN = frozenset({"add", "reopen", "ask_review"})  # nothing of it after a final opinion
LOOKS = {"case.answered": "done", "case.reviewed": "done", "case.closed": "done"}
DELETED = gettext_noop("What was written here has been deleted, because it is no longer needed.")
#: Now the case is with this office: said where a case moved.
_MOVED = frozenset(
    f"case.{code}" for code in "handed_over decided sorted mended review_asked sent_back passed_up".split()
)


#: A colleague was asked: whom and by when is the resident's to know; the words are between offices.
_ASKED = frozenset({"case.part_asked", "case.advice_asked"})


class Paper(NamedTuple):
    """A file as the part ``files`` shows it."""

    url: str
    name: str
    size: int
    kind: str


@dataclass(frozen=True)
class Event:
    """One thing that happened, as the part ``event`` shows it."""

    at: datetime
    title: str
    who: str
    look: str
    words: str
    lang: str
    files: list[Paper] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)


def events(case: Case, story: Story, reader: str, town: Town) -> list[Event]:
    """All scenes, oldest first; no statement: the posts that acted are in memory."""
    acted = [post for s in story.scenes if (post := acted_from(s.by)) is not None]
    posts = posts_shown(acted, edition=town.editions.get("people", 0))
    made = [_event(case, scene, story.files, posts, reader) for scene in story.scenes]
    for event, scene, parts in zip(made, story.scenes, _rated(story.scenes), strict=True):
        event.parts.extend(parts)
        if scene.code in _MOVED and scene.office:
            event.parts.append((_("Now with"), name_in(scene.office.names, reader)))
        if scene.facts.get("told"):
            event.parts.append(("", _("Told by telephone, and written down by the service desk.")))
        if scene.code == "case.instructed":
            event.parts.append((_("The office reports by"), day_in(date.fromisoformat(scene.facts["until"]), reader)))
        if scene.code == "case.urged":
            event.parts.append(("", urged(scene.facts, ladder_of(town.editions), reader)))
        if scene.code == "case.noted":
            event.parts.append(("", _("They write it to each other; what you need to know stands in an answer.")))
        if scene.code == "case.mended":
            event.parts.append((_("It is now"), _(KINDS[Kind(scene.facts["kind"])])))
        if scene.asking and scene.code in _ASKED:
            event.parts.extend(_asked(scene.asking, reader))
    return made


def _event(case: Case, scene: Scene, files: list[FileFacts], posts: Mapping[int, PostShown], reader: str) -> Event:
    is_theirs = scene.by.partition(":")[0] == "resident"
    is_mine = scene.by == resident_of(case).ref
    is_first = scene.code in {"case.submitted", "case.taken_over"}
    said = [case.words or _(DELETED)] if is_first else scene.texts
    if case.kept == Kept.BARE and not said and scene.code in {"case.added", "case.replied", "case.asked"}:
        said = [_(DELETED)]
    return Event(
        at=scene.at,
        title=_(BY_ANOTHER.get(scene.code, scene.title) if is_theirs and not is_mine else scene.title),
        who=_who(scene, posts, reader, is_mine=is_mine),
        look="resident" if is_theirs else LOOKS.get(scene.code, ""),
        words="\n\n".join(said),
        lang=case.language if (scene.by == "resident" or is_first) and case.words else "",
        files=[paper(f) for f in files if f.at == scene.at],
    )


def _asked(asking: Asking, reader: str) -> Iterator[tuple[str, str]]:
    yield _("Asked"), asking.whom(reader)
    if asking.is_open:
        yield _("By"), day_in(asking.enquiry.due_on, reader)
    yield "", _("What they say goes into the office’s answer.")


def _who(scene: Scene, posts: Mapping[int, PostShown], reader: str, *, is_mine: bool) -> str:
    if scene.by.partition(":")[0] == "resident":
        return _("You") if is_mine else _("One of you")
    number = acted_from(scene.by)
    if number is None:
        return _("By itself") if scene.by == "clock" else ""
    post = posts.get(number)
    if post is None:
        return ""
    role = _(ROLE_WORDS[post.role])
    return f"{name_in(post.office_names, reader)} · {_(STANDING_IN) % {'role': role} if stood_in(scene.by) else role}"


def _rated(scenes: list[Scene]) -> Iterator[list[tuple[str, str]]]:
    """For each scene what its answer, or the rating of the answer before it, consists of."""
    opinion: Opinion | None = None
    for scene in scenes:
        opinion = scene.opinion or opinion
        rating = getattr(opinion, "rating", None) if scene.code == "case.rated" else None
        parts = list(opinion_parts(scene.opinion)) if scene.opinion else []
        if rating:
            parts += [
                (_("Is it solved?"), _(SOLVED[rating.solved])),
                (_("Are you satisfied with how it was handled?"), _(SATISFIED[rating.satisfied])),
                (_("How often did you have to come in person?"), str(rating.visits)),
                (_("Your words"), rating.words),
            ]
        yield [(head, text) for head, text in parts if text]


def opinion_parts(opinion: Opinion) -> Iterator[tuple[str, str]]:
    """An answer with the parts it has, each with its heading."""
    parts = (
        (_("The review"), _(FINDINGS[Finding(opinion.finding)]) if opinion.finding else ""),
        (_("Result"), _(OUTCOMES[Outcome(opinion.outcome)])),
        (_("What was asked"), opinion.claims),
        (_("What was found"), opinion.facts),
        (_("Answer"), opinion.opinion or _(DELETED)),
        (_("Legal basis"), opinion.basis),
        (_("If you disagree"), opinion.remedies),
    )
    yield from ((head, text) for head, text in parts if text)


def paper(file: FileFacts) -> Paper:
    """A file with its address and, in short, what it is."""
    kind = file.type.rpartition("/")[2].upper()
    return Paper(reverse("own-file", args=[file.id]), file.name, file.size, {"PLAIN": "TXT"}.get(kind, kind))


def may_now(case: Case, verb: str, at: datetime, town: Town | None = None) -> Verdict:
    """May whoever holds the receipt do this now?"""
    if verb in BESIDE:
        return BESIDE[verb](case, town)
    town = town or the_town()
    if verb in COMING_AGAIN and not (verdict := may_tell_more_now(case, town)):
        return verdict
    verdict = may(resident_of(case), case, verb)
    if verb == "begin_mediation" and case.kind != Kind.DISPUTE:
        verdict = Verdict(NO_QUARREL)
    if verdict and verb == "erase":
        return may_erase_now(case, town)
    if verdict and verb == "ask_review":
        return may_ask_review_now(case, last_opinion(case), town, at)
    return may_reopen_now(case, town, at) if verdict and verb == "reopen" else verdict


#: What is done beside the road of the case, each with rules of its own.
BESIDE: dict[str, Callable[[Case, Town | None], Verdict]] = {
    "wish_recusal": lambda case, _town: may_wish_aside(resident_of(case), case, is_wished=wish_of(case) is not None),
    "invite": lambda case, _town: may_invite(resident_of(case), case),
    "leave": lambda case, _town: may_leave(resident_of(case), case),
    "say_me_too": lambda case, town: may_say_me_too(resident_of(case), case, town or the_town()),
}


def reopen_until(case: Case) -> date | None:
    """The last day on which the case can be opened again."""
    return day_of(case.ended_at + REOPEN_WITHIN) if case.ended_at else None


def last_question(story: Story) -> str:
    """What the office wants to know."""
    return next(("\n\n".join(s.texts) for s in reversed(story.scenes) if s.code == "case.asked"), "")
