"""Giving an opinion: what an answer and a review have in common."""

from dataclasses import dataclass
from datetime import datetime

from yimen.cases.models import Case, Opinion
from yimen.cases.reviews.asking import remedies_after, this_round, told_until
from yimen.cases.reviews.rules import HEARING_IS_ON, Finding, Stage, is_whole_opinion
from yimen.cases.rules import LONGEST_WORDS, Outcome
from yimen.kernel.text import needed, plain
from yimen.kernel.verdict import YES, Verdict, require
from yimen.people.rules import Acting
from yimen.routing.town import Town


@dataclass(frozen=True)
class Answer:
    """The parts of a written opinion; a plain answer needs only ``outcome`` and ``opinion``."""

    outcome: Outcome
    opinion: str
    claims: str = ""
    facts: str = ""
    basis: str = ""


def checked(case: Case, answer: Answer, town: Town, *, needs_parts: bool = False) -> Answer:
    """The answer with plain texts; refused if a part is missing. A review always needs all of them."""
    needs_parts = needs_parts or town.catalogue.procedure(case.procedure_id).needs_full_opinion
    parts = {part: plain(getattr(answer, part), LONGEST_WORDS) for part in ("claims", "facts", "basis")}
    opinion = needed(answer.opinion, LONGEST_WORDS)
    require(is_whole_opinion(needs_parts=needs_parts, parts=parts))
    return Answer(answer.outcome, opinion, **parts)


def may_go_on(case: Case) -> Verdict:
    """While a hearing is on, nothing is decided, and the resident is not asked in writing."""
    is_on = case.stage != Stage.FIRST and this_round(case).is_hearing
    return Verdict(HEARING_IS_ON) if is_on else YES


def give_opinion(
    by: Acting, case: Case, answer: Answer, town: Town, at: datetime, *, finding: Finding | None = None
) -> Opinion:
    """Write it down, with what the resident may do next. Before the case moves on: it says at which stage it was."""
    stage = Stage(case.stage)
    opinion: Opinion = Opinion.objects.create(
        case=case,
        at=at,
        by=by.ref,
        office_id=case.office_id,
        stage=stage.value,
        finding=finding.value if finding else "",
        outcome=answer.outcome.value,
        claims=answer.claims,
        facts=answer.facts,
        opinion=answer.opinion,
        basis=answer.basis,
        remedies="" if finding is Finding.SENT_BACK else remedies_after(case, stage, case.language, town=town),
        ask_until=None if finding is Finding.SENT_BACK else told_until(case, stage, at, town),
    )
    return opinion
