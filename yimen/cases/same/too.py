"""What is here already about the same thing, for the resident of a new case: that there is one, and nothing of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from yimen.cases.models import Case
from yimen.cases.policies import may, may_know
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import BESIDE, Channel, State, may_move
from yimen.cases.same.linked import AROUND, is_linked
from yimen.cases.same.rules import ASKING, IS_TOGETHER, NOT_OF_ALL, SAID_ALREADY, TOOK_IN, is_of_all
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.models import without_index
from yimen.kernel.verdict import YES, Verdict
from yimen.people.rules import Acting, Actor
from yimen.routing.rules import Kind
from yimen.routing.town import Town

VERB = "say_me_too"
SPOKEN = (Channel.VISIT.value, Channel.PHONE.value, Channel.VIDEO.value)
READ, SHOWN = 20, 3  # of so many, that many are shown


@dataclass(frozen=True)
class Here:
    """One that is here already: its number, which never stands on a page, and the Monday of the week it came in."""

    number: int
    monday: date


def may_say_me_too(by: Actor, case: Case, town: Town) -> Verdict:
    """Of something broken in public space whose place we know; once, and as long as it stands by itself."""
    is_theirs = case.accused_office_id is not None or case.kind not in ASKING
    if is_theirs or case.area_id is None or not is_of_all(town.catalogue.by_id.get(case.category_id or 0)):
        return Verdict(NOT_OF_ALL)
    if not (verdict := _may_speak(by, case)):
        return verdict
    if is_linked(case):
        return Verdict(IS_TOGETHER)
    return YES if case.says_same_id is None else Verdict(SAID_ALREADY)


def _may_speak(by: Actor, case: Case) -> Verdict:
    """Whoever holds its receipt; or the clerk at the counter or in the call, for the resident who is there."""
    if not isinstance(by, Acting):
        return may(by, case, VERB)
    if case.channel not in SPOKEN or history(case.ref)[0].by != by.ref:
        return Verdict(TOOK_IN)
    return may_know(by, case) and may_move(State(case.state), VERB)


def here_already(case: Case) -> list[Here]:
    """The newest weeks in which such a thing came in, one line each: two lines alike would only be a count."""
    rows = _alike(case).order_by("-received_at", "-id").values_list("pk", "received_at")[:READ]
    weeks = {_monday(day_of(received_at)): pk for pk, received_at in rows}  # of one week the one that came first
    return [Here(pk, monday) for monday, pk in weeks.items()][:SHOWN]


def is_here(case: Case, number: int) -> bool:
    """Is this one of them, now?"""
    return _alike(case).filter(pk=number).exists()


def _alike(case: Case) -> QuerySet[Case]:
    """Open ones of the same category, place and office, from about the same time; found along ``case_alike``.

    ``+ 0``: SQLite, which keeps no statistics, would sooner read all that came to the office in these days.
    """
    days = (case.received_at - AROUND, case.received_at + AROUND)
    rows = Case.objects.alias(any_office=without_index("office_id")).filter(
        Q(main_id=None) | Q(main_id=F("pk")),
        category_id=case.category_id or 0,
        area_id=case.area_id or 0,
        received_at__range=days,
        due_on__isnull=False,
        any_office=case.office_id,
        procedure_id=case.procedure_id,
        kind=Kind.FAULT,
        stage=Stage.FIRST,
        state__in=BESIDE[VERB],
        accused_office_id=None,
    )
    return rows.exclude(pk=case.pk)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
