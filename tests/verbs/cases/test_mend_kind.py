"""An office mends what kind of matter a case is."""

from typing import Any

import pytest

from tests import make
from tests.make_colleagues import shared_case
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.queries import visible_to
from yimen.cases.verbs import mend_kind
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db


def leaf(procedure: str, kind: Kind) -> CategoryFacts:
    """A category of this road that takes this kind."""
    return next(c for c in make.town().catalogue.by_id.values() if c.procedure_code == procedure and kind in c.kinds)


def mend(case: Case, kind: Kind, category: str, by: Acting | None = None, **fields: Any) -> None:  # noqa: ANN401
    mend_kind(by=by or make.holder(case), case=case, kind=kind, category=category, at=make.LATER, **fields)


def test_a_complaint_that_came_as_a_question_gets_its_limits_from_the_day_it_came() -> None:
    case = make.case(kind=Kind.CONSULT, language="en")
    petition = leaf("petition", Kind.COMPLAINT)
    mend(case, Kind.COMPLAINT, petition.code)
    now, running = make.fresh(case), facts.terms(case, state="running")
    assert (now.kind, now.category_id, now.procedure.code) == ("complaint", petition.id, "petition")
    assert (now.state, now.office_id) == ("received", case.office_id)
    assert {term.from_on for term in running.values()} == {day_of(make.MONDAY)}
    assert now.due_on == min(term.due_on for stage, term in running.items() if stage != "object")
    letter = facts.letters(case)[-1]
    assert letter.code == "case-mended"
    assert "A complaint about a service or an office" in letter.body
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts["kind"], entry.facts["category"]) == ("case.mended", "complaint", petition.code)


def test_the_same_road_keeps_the_dates_as_they_were() -> None:
    case = make.accepted_case(kind=Kind.HELP)
    before = {stage: term.pk for stage, term in facts.terms(case, state="running").items()}
    mend(make.fresh(case), Kind.FAULT, make.LAMP)
    assert {stage: term.pk for stage, term in facts.terms(case, state="running").items()} == before
    assert make.fresh(case).state == "handling"


def test_what_turns_out_to_be_about_the_office_itself_leaves_it_at_once() -> None:
    case, enquiry = shared_case(kind=Kind.HELP)
    lamp = make.town().catalogue.by_code[make.LAMP]
    kind = Kind.COMPLAINT if Kind.COMPLAINT in lamp.kinds else Kind(lamp.kinds[0])
    mend(make.fresh(case), kind, make.LAMP, about_office="KS-urban")
    now = make.fresh(case)
    assert now.office.code == "KS-town-office"
    assert (now.state, now.turn_office_id) == ("received", now.office_id)
    for who in (make.handler(), make.supervisor("urban")):
        assert not visible_to(who, make.town()).filter(pk=case.pk).exists()
    assert visible_to(make.supervisor(), make.town()).filter(pk=case.pk).exists()
    enquiry.refresh_from_db()
    assert enquiry.state == "recalled"
    assert "KS-urban" not in str(facts.last_entry(case).facts)


def test_about_another_office_it_stays_where_it_is_and_that_one_never_sees_it() -> None:
    case = make.accepted_case(kind=Kind.HELP)
    mend(make.fresh(case), Kind.FAULT, make.LAMP, about_office="KS-housing")
    now = make.fresh(case)
    assert (now.office_id, now.state) == (case.office_id, "handling")
    assert now.accused_office_id == make.handler("housing").office_id


@pytest.mark.parametrize(
    ("kind", "category", "office", "reason"),
    [
        (Kind.THANKS, make.LAMP, "", "not for this kind of matter"),
        (Kind.FAULT, "no.such", "", "not in our list"),
        (Kind.FAULT, make.LAMP, "KS-nowhere", "not in our list"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_changes(kind: Kind, category: str, office: str, reason: str) -> None:
    case = make.fresh(make.accepted_case(kind=Kind.HELP))
    with pytest.raises(Refused, match=reason):
        mend(case, kind, category, about_office=office)
    assert make.fresh(case).version == case.version


def test_not_by_others_not_for_nothing_not_after_the_answer_and_of_two_hands_one() -> None:
    case = make.fresh(make.accepted_case(kind=Kind.HELP))
    stale = make.fresh(case)
    with pytest.raises(Refused, match="with another office"):
        mend(case, Kind.FAULT, make.LAMP, by=make.handler("housing"))
    with pytest.raises(Refused, match="does not do this"):
        mend(case, Kind.FAULT, make.LAMP, by=make.supervisor("urban"))
    mend(case, Kind.FAULT, make.LAMP)
    with pytest.raises(Refused, match="just changed"):
        mend(stale, Kind.FAULT, make.LAMP)
    with pytest.raises(Refused, match="Nothing would change"):
        mend(make.fresh(case), Kind.FAULT, make.LAMP)
    with pytest.raises(Refused, match="has been answered"):
        mend(make.fresh(make.answered_case()), Kind.FAULT, make.LAMP)
