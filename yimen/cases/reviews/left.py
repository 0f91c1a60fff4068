"""Who is left to review a case where people stand aside: in the office that has it, and in those above."""

from datetime import date, datetime

from yimen.cases.clocks import HANDLE
from yimen.cases.models import Case, Review
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.reviews.asking import this_round
from yimen.cases.reviews.rules import Stage, is_stuck
from yimen.deadlines.terms import HEARING, Term, open_terms, resume_terms
from yimen.kernel.clock import day_of
from yimen.people.queries import OfficeFacts
from yimen.people.seats import sitting_in
from yimen.routing.town import Town


def nobody_is_left(case: Case, on: date) -> bool:
    """Does everybody in the office that reviews stand aside? One statement."""
    return is_stuck(_sitting(case.office_id, on), case.recused)


def next_above(case: Case, town: Town, on: date) -> OfficeFacts | None:
    """The nearest office above in which somebody may review; never one that is complained about, nor one below that."""
    accused = case.accused_office_id
    for office in town.offices.superiors(case.office_id):
        is_accused = accused is not None and town.offices.answers_to(office.id, accused)
        sitting = _sitting(office.id, on) if office.is_open and not is_accused else []
        if sitting and not is_stuck(sitting, case.recused):
            return office
    return None


def reviews_with_recusals() -> list[int]:
    """The reviews that go on and in which somebody stands aside: along the index of open cases, and there are few."""
    found = Case.objects.filter(due_on__isnull=False, has_recusals=True).exclude(stage=Stage.FIRST.value)
    return list(found.values_list("pk", flat=True))


def stop_hearing(case: Case, town: Town, at: datetime) -> tuple[Review, list[Term]]:
    """Nobody is there who could go on hearing. The round, and its limits as they run now."""
    held = this_round(case)
    terms = [term for term in open_terms(case.ref) if term.stage == HANDLE]
    if held.is_hearing:
        resume_terms(terms, day_of(at), why=HEARING, editions=town.editions)
        Review.objects.filter(pk=held.pk).update(hearing_until_on=day_of(at))
    return held, terms


def _sitting(office_id: int, on: date) -> list[int]:
    return [each.staff_id for each in sitting_in(office_id, LOOKING_ROLES, on)]
