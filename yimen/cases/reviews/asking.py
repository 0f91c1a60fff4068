"""Asking for a review: until when, and of whom."""

from dataclasses import dataclass
from datetime import date, datetime

from yimen.cases.clocks import new_term
from yimen.cases.models import Case, Opinion, Review
from yimen.cases.reviews.rules import (
    NOBODY_LEFT,
    Stage,
    ask_limit,
    first_above,
    may_ask_review,
    may_reopen_at,
    may_tell_more,
    next_stage,
    review_limit,
)
from yimen.cases.rules import State, may_reopen
from yimen.deadlines.terms import Term
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop
from yimen.people.queries import OfficeFacts
from yimen.routing.queries import DoorFacts
from yimen.routing.town import Town

NOBODY_ABOVE = gettext_noop(
    "No office of this town stands above the one that answered. Please ask the next higher government for the review;"
    " the written opinion names what it was about."
)
ANSWERED = (State.ANSWERED, State.CLOSED)


@dataclass(frozen=True)
class Next:
    """What may be asked for after an answer."""

    stage: Stage
    term: Term  # until when, not written: it binds nobody but says its day and why
    office: OfficeFacts | None  # who would review; nobody: the next higher government
    told_on: date | None  # the last day as it was told with the answer

    @property
    def last_on(self) -> date:
        """The last day to ask: what was promised with the answer holds, whatever became of the limit since."""
        return max(self.term.due_on, self.told_on or self.term.due_on)

    @property
    def is_as_told(self) -> bool:
        """Is it the day that was told, and no longer the one that is counted today?"""
        return self.last_on != self.term.due_on


def next_review(case: Case, opinion: Opinion | None, town: Town) -> Next | None:
    """The review that this answer leaves open; nothing if there is none or it was asked for."""
    procedure = town.catalogue.procedure(case.procedure_id)
    stage = next_stage(procedure, Stage(case.stage))
    if stage is None or opinion is None or case.state not in ANSWERED:
        return None
    term = _time_to_ask(case, Stage(case.stage), day_of(opinion.at), town)
    return Next(stage, term, office_above(case, opinion.office_id, town), opinion.ask_until)


def _time_to_ask(case: Case, stage: Stage, answered_on: date, town: Town) -> Term:
    return new_term("ask", ask_limit(town.catalogue.procedure(case.procedure_id), stage), answered_on, town)


def told_until(case: Case, stage: Stage, at: datetime, town: Town) -> date | None:
    """Until when a review of an answer that is given now may be asked for; nothing where there is none."""
    if next_stage(town.catalogue.procedure(case.procedure_id), stage) is None:
        return None
    return _time_to_ask(case, stage, day_of(at), town).due_on


def office_above(case: Case, answered_by: int, town: Town) -> OfficeFacts | None:
    """The next higher office; never one that is complained about, nor one below that."""
    accused = case.accused_office_id
    above = first_above(
        (office.id, office.is_open, accused is not None and town.offices.answers_to(office.id, accused))
        for office in town.offices.superiors(answered_by)
    )
    return None if above is None else town.offices.by_id[above]


def may_ask_review_now(case: Case, opinion: Opinion | None, town: Town, at: datetime) -> Verdict:
    """May the resident ask now, or why not?"""
    if not (verdict := may_tell_more_now(case, town)):
        return verdict
    following = next_review(case, opinion, town)
    verdict = may_ask_review(
        town.catalogue.procedure(case.procedure_id),
        Stage(case.stage),
        is_answered=case.state in ANSWERED,
        last_on=following.last_on if following else None,
        on=day_of(at),
    )
    if not verdict or following is None:
        return verdict
    if following.office is None:
        return Verdict(NOBODY_ABOVE)
    return Verdict(NOBODY_LEFT) if _was_left(case, opinion, following.stage) else YES


def _was_left(case: Case, opinion: Opinion | None, stage: Stage) -> bool:
    """Was this answer to be reviewed already, and everybody stood aside?"""
    if not case.has_recusals or opinion is None:
        return False
    left = Review.objects.filter(case=case, stage=stage.value, at__gte=opinion.at, left_on__isnull=False)
    return left.exists()


def may_tell_more_now(case: Case, town: Town) -> Verdict:
    """May the resident still come with this case under its receipt, or is its opinion final?"""
    procedure = town.catalogue.procedure(case.procedure_id)
    return may_tell_more(
        procedure, Stage(case.stage), is_answered=case.state in ANSWERED, doors=_in_one_line(_doors(case, town))
    )


def may_reopen_now(case: Case, town: Town, at: datetime) -> Verdict:
    """May the resident open the case again, or do reviews take its place?"""
    if not (verdict := may_tell_more_now(case, town)):
        return verdict
    verdict = may_reopen(State(case.state), case.ended_at, at)
    return may_reopen_at(town.catalogue.procedure(case.procedure_id)) if verdict else verdict


def last_opinion(case: Case) -> Opinion | None:
    """The answer that stands now."""
    return Opinion.objects.filter(case=case).order_by("-id").first()


def this_round(case: Case) -> Review:
    """The review that is going on; refused if there is none (another hand was quicker)."""
    found = Review.objects.filter(case=case, stage=case.stage).order_by("-id").first()
    if found is None:
        raise Refused(gettext_noop("This case is not being reviewed."))
    return found


def review_term(case: Case, stage: Stage, town: Town, at: datetime) -> Term:
    """How long the reviewing office has, from today; not yet written."""
    code = review_limit(town.catalogue.procedure(case.procedure_id), stage)
    return new_term("handle", code, day_of(at), town)


def remedies_after(case: Case, stage: Stage, language: str, *, town: Town) -> str:
    """What the resident may do after an answer at this stage, and which other doors there are, in this language."""
    procedure = town.catalogue.procedure(case.procedure_id)
    left = next_stage(procedure, stage)
    texts = procedure.remedies if stage is Stage.FIRST else procedure.remedies_review
    first = name_in(texts if left or stage is Stage.FIRST else procedure.remedies_final, language)
    why = [f"{_called(door, language)} – {name_in(door.why, language)}" for door in _doors(case, town)]
    return "\n".join([first, *why])


def _doors(case: Case, town: Town) -> list[DoorFacts]:
    """The other doors of this road, the judicial ones among them."""
    codes = town.catalogue.procedure(case.procedure_id).doors
    return [door for code in codes if (door := town.catalogue.doors.get(code))]


def _called(door: DoorFacts, language: str) -> str:
    """A door's name, and its telephone if it has one."""
    return " ".join(part for part in (name_in(door.names, language), door.telephone) if part)


def _in_one_line(doors: list[DoorFacts]) -> dict[str, str]:
    """These doors in each language; nothing if there are none."""
    languages = dict.fromkeys(language for door in doors for language in door.names)
    return {language: " · ".join(_called(door, language) for door in doors) for language in languages}
