"""Terms of a case: they start, stand still, go on, are extended and end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from yimen.deadlines import terms
from yimen.deadlines.models import Limit, Term
from yimen.kernel.models import JUST_CHANGED, new_edition
from yimen.kernel.verdict import Refused

Now = Callable[[], dict[str, int]]
Sql = Callable[..., AbstractContextManager[list[str]]]
AUGUST = date(2026, 8, 3)
pytestmark = pytest.mark.django_db


def start(now: Now, code: str = "PET_HANDLE", on: date = AUGUST, subject: str = "case:1") -> Term:
    return terms.start_terms(subject, [(code, on)], editions=now())[0]


def test_several_limits_start_with_one_statement(now: Now, sql: Sql) -> None:
    editions = now()
    start(now)  # the process remembers limits and calendar from now on
    with sql(at_most=1):
        made = terms.start_terms("case:2", [("PET_HANDLE", AUGUST), ("HOT_REPLY", AUGUST)], editions=editions)
    assert [(t.due_on, t.state, t.is_provisional) for t in made] == [
        (date(2026, 10, 8), "running", False),
        (date(2026, 8, 10), "running", False),
    ]
    with sql(at_most=1):
        kept = terms.open_terms("case:2")
    assert [(t.pk, t.due_on, t.steps) for t in kept] == [(t.pk, t.due_on, t.steps) for t in made]
    assert kept[0].steps[-1] == {"k": "law", "text": "信访工作条例 art. 34"}


def test_no_limit_no_statement(now: Now, sql: Sql) -> None:
    editions = now()
    start(now)
    with sql(at_most=0):
        assert terms.start_terms("case:2", [], editions=editions) == []


def test_terms_of_many_cases_are_written_at_once(now: Now, sql: Sql) -> None:
    editions = now()
    start(now)
    with sql(at_most=1):
        many = [
            term
            for i in range(60)
            for term in terms.new_terms(f"case:{i}", [("HOT_REPLY", AUGUST + timedelta(days=i))], editions=editions)
        ]
        terms.as_ended(many[0], AUGUST, met=True)
        terms.write_terms(many)
    assert terms.open_terms("case:0") == []
    assert [t.state for t in terms.terms_of("case:0")] == ["met"]
    assert len(terms.open_terms("case:59")) == 1


def test_while_it_is_the_residents_turn_the_clock_stands_still(now: Now) -> None:
    term = start(now, on=date(2026, 3, 2))
    assert term.due_on == date(2026, 5, 6)  # 1 May is a holiday
    terms.pause_terms([term], date(2026, 3, 10))
    assert (term.state, term.paused_on, term.due_on) == ("paused", date(2026, 3, 10), date(2026, 5, 6))
    terms.resume_terms([term], date(2026, 3, 20), editions=now())
    assert (term.state, term.paused_on, term.paused_days) == ("running", None, 10)
    assert term.due_on == date(2026, 5, 11)  # ten days after the 1st of May, not after the 6th
    terms.pause_terms([term], date(2026, 4, 1))
    terms.resume_terms([term], date(2026, 4, 2), editions=now())
    assert (term.paused_days, term.due_on) == (11, date(2026, 5, 12))
    term.refresh_from_db()
    assert (term.paused_days, term.due_on) == (11, date(2026, 5, 12))


def test_working_day_limits_stand_still_for_working_days(now: Now) -> None:
    term = start(now, "HOT_REPLY", date(2026, 4, 29))
    assert term.due_on == date(2026, 5, 9)
    terms.pause_terms([term], date(2026, 4, 30))
    terms.resume_terms([term], date(2026, 5, 6), editions=now())  # the holidays cost nobody anything
    assert (term.paused_days, term.due_on) == (1, date(2026, 5, 11))


def test_only_running_terms_pause_and_only_paused_ones_go_on(now: Now, sql: Sql) -> None:
    running, ended = start(now), start(now)
    terms.end_terms([ended], AUGUST, met=True)
    editions = now()
    with sql(at_most=0):
        terms.pause_terms([ended], AUGUST)
        terms.resume_terms([running, ended], AUGUST, editions=editions)
        terms.end_terms([ended], AUGUST, met=False)
    assert (running.state, ended.state) == ("running", "met")


def test_a_term_is_extended_once(now: Now) -> None:
    term = start(now)
    assert terms.may_extend_term(term, AUGUST, editions=now())
    terms.extend_term(term, AUGUST, editions=now())
    assert (term.is_extended, term.due_on) == (True, date(2026, 11, 2))
    with pytest.raises(Refused, match="extended once already"):
        terms.extend_term(term, AUGUST, editions=now())


def test_a_limit_without_extension_is_not_extended(now: Now) -> None:
    with pytest.raises(Refused, match="knows no extension"):
        terms.extend_term(start(now, "HOT_REPLY"), AUGUST, editions=now())


def test_lateness_is_not_undone_by_an_extension(now: Now) -> None:
    term = start(now)
    with pytest.raises(Refused, match="2026-10-08"):
        terms.extend_term(term, date(2026, 10, 9), editions=now())
    terms.pause_terms([term], date(2026, 10, 8))
    terms.extend_term(term, date(2026, 10, 9), editions=now())  # a clock that stands still passes nothing
    assert term.is_extended


def test_extension_and_pause_add_up_in_any_order(now: Now) -> None:
    first, second = start(now), start(now)
    terms.extend_term(first, AUGUST, editions=now())
    for term in (first, second):
        terms.pause_terms([term], date(2026, 8, 10))
        terms.resume_terms([term], date(2026, 8, 13), editions=now())
    terms.extend_term(second, date(2026, 8, 13), editions=now())
    assert first.due_on == second.due_on == date(2026, 11, 4)
    assert first.steps == second.steps


def test_who_waits_for_the_resident_is_not_late_when_it_ends(now: Now) -> None:
    term = start(now, "HOT_REPLY", date(2026, 3, 2))
    terms.pause_terms([term], date(2026, 3, 4))
    terms.end_terms([term], date(2026, 3, 20), met=False)
    assert (term.state, term.paused_on, term.ended_on) == ("stopped", None, date(2026, 3, 20))
    assert term.due_on == date(2026, 3, 25)


def test_the_first_day_due_is_that_of_a_clock_that_runs(now: Now) -> None:
    soon, late = start(now, "HOT_REPLY"), start(now)
    assert terms.first_due([late, soon])[:2] == (soon.due_on, False)
    terms.pause_terms([soon], AUGUST)
    assert terms.first_due([late, soon])[:2] == (late.due_on, False)
    assert terms.first_due([soon])[:2] == (soon.due_on, False)
    terms.end_terms([soon, late], AUGUST, met=True)
    assert terms.first_due([late, soon])[:2] == (None, False)
    assert terms.first_due([start(now, on=date(2026, 12, 1))])[:2] == (date(2027, 2, 1), True)


def test_the_second_of_two_hands_is_refused(now: Now) -> None:
    first = start(now)
    second = terms.open_terms("case:1")[0]
    terms.extend_term(first, AUGUST, editions=now())
    with pytest.raises(Refused, match=JUST_CHANGED[:30]):
        terms.extend_term(second, AUGUST, editions=now())
    with pytest.raises(Refused, match=JUST_CHANGED[:30]):
        terms.pause_terms([second], AUGUST)
    with pytest.raises(Refused, match=JUST_CHANGED[:30]):
        terms.end_terms([second], AUGUST, met=True)
    kept = Term.objects.get(pk=first.pk)
    assert (kept.state, kept.is_extended, kept.version) == ("running", True, 2)


def test_a_limit_that_changes_later_binds_new_terms_only(now: Now) -> None:
    old = start(now, "HOT_REPLY")
    Limit.objects.filter(code="HOT_REPLY").update(length=2, law="new rules")
    new_edition("calendar")
    assert start(now, "HOT_REPLY").due_on == date(2026, 8, 5)
    terms.pause_terms([old], AUGUST)
    terms.resume_terms([old], date(2026, 8, 4), editions=now())
    assert (old.due_on, old.steps[-1]["text"]) == (date(2026, 8, 11), "local rules")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("term_paused_has_its_day", {"state": "paused"}),
        ("term_paused_has_its_day", {"paused_on": AUGUST}),
        ("term_ended_has_its_day", {"state": "met"}),
        ("term_ended_has_its_day", {"state": "stopped"}),
        ("term_ended_has_its_day", {"ended_on": AUGUST}),
    ],
)
def test_the_database_keeps_a_term_whole(now: Now, name: str, fields: dict[str, object]) -> None:
    term = start(now)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Term.objects.change(term, **fields)


def test_the_database_keeps_limits_whole(now: Now) -> None:
    start(now)
    with pytest.raises(IntegrityError, match="limit_has_a_length"), transaction.atomic():
        Limit.objects.filter(code="PET_HANDLE").update(length=0)
    with pytest.raises(ProtectedError):
        Limit.objects.filter(code="PET_HANDLE").delete()
