"""How often people come for one case: counted for the centre, the goal is at most once."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make, make_visits
from yimen.cases.models import Case
from yimen.cases.rules import Channel
from yimen.intake.channels.visit import bring_by_clerk
from yimen.journal.models import Entry
from yimen.journal.reacting import react
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of
from yimen.reactions import REACTIONS
from yimen.visits.coming import coming_to
from yimen.visits.models import VisitMonth
from yimen.visits.verbs import note_visit

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def came(case: Case, at: datetime) -> None:
    note_visit(by=make.clerk(), case=case, town=make.town(), at=at)


def counted() -> list[tuple[str, int, int]]:
    """What the worker has counted for the centre."""
    while react(REACTIONS, make.LATER):
        pass
    return [(f"{one.month:%m}", one.first, one.again) for one in coming_to(make_visits.centre_id())]


def test_a_case_brought_in_person_counts_where_it_was_brought_and_a_second_visit_once() -> None:
    sent = make.sent(channel=Channel.VISIT)
    case = bring_by_clerk(by=make.clerk(), sent=sent, at=make.MONDAY, town=make.town()).case
    make.case()  # by the web: nobody came
    assert case.office_id != make_visits.centre_id()
    assert counted() == [("03", 1, 0)]
    for later in (1, 2, 3):
        came(case, make.MONDAY + later * DAY)
    assert counted() == [("03", 1, 1)]
    assert coming_to(make_visits.centre_id())[0].percent == 100


def test_whoever_sent_it_by_the_web_and_comes_once_has_come_once() -> None:
    came(make.case(), make.MONDAY + DAY)
    assert counted() == [("03", 1, 0)]


def test_one_visit_a_day_is_noted_and_the_resident_reads_it() -> None:
    case = make.case()
    came(case, make.MONDAY)
    with pytest.raises(Refused, match="noted today already"):
        came(case, make.LATER)
    entry = Entry.objects.get(subject=case.ref, code="case.visited")
    assert entry.facts == {"office": make_visits.centre_id(), "before": 0}


def test_only_a_clerk_of_a_centre() -> None:
    case = make.case()
    with pytest.raises(Refused):
        note_visit(by=make.handler(), case=case, town=make.town(), at=make.MONDAY)
    assert not Entry.objects.filter(code="case.visited").exists()


def test_the_clerk_of_the_office_it_is_about_does_not_learn_so() -> None:
    """Whoever stands at the counter with a receipt may have complained about that counter."""
    case = make.case(accused_office="KS-one-door")
    note_visit(by=make.clerk(), case=case, town=make.town(), at=make.MONDAY)
    assert Entry.objects.filter(code="case.visited", subject=case.ref).exists()
    assert not list(looks_of(case.ref))


def test_a_centre_has_one_row_a_month() -> None:
    """``visit_month_once``."""
    row = {"office_id": make_visits.centre_id(), "month": make.MONDAY.date().replace(day=1)}
    VisitMonth.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitMonth.objects.create(**row)
