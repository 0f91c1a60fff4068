"""When the calendar changes, the open dates follow, once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from yimen.deadlines import recompute, terms
from yimen.deadlines.models import CountryCalendar, Recount, Term
from yimen.deadlines.recompute import Moved, begin_recount, count_on
from yimen.deadlines.verbs.clear_day import clear_local_day
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.kernel.clock import now as clock_now
from yimen.kernel.models import new_edition
from yimen.people.rules import Operator

Now = Callable[[], dict[str, int]]
pytestmark = pytest.mark.django_db
AUGUST, FESTIVAL = date(2026, 8, 3), date(2026, 8, 5)


def start(now: Now, subject: str, code: str = "HOT_REPLY", on: date = AUGUST) -> Term:
    return terms.start_terms(subject, [(code, on)], editions=now())[0]


def mark(on: date = FESTIVAL, name: str = "Horse Race Festival") -> None:
    mark_local_day(by=Operator(), on=on, works=False, names={"en": name}, at=clock_now())


def recount(now: Now) -> list[Moved]:
    assert now()
    told: list[Moved] = []
    count(told.extend)
    return told


def count(tell: Callable[[list[Moved]], None]) -> None:
    """All of it, as the worker does bit by bit."""
    begin_recount(clock_now())
    while count_on(tell):
        pass
    assert not Recount.objects.exists()


def test_open_terms_move_and_it_is_told_once(now: Now) -> None:
    start(now, "case:1")
    paused, ended = start(now, "case:2"), start(now, "case:3")
    terms.pause_terms([paused], AUGUST)
    terms.end_terms([ended], AUGUST, met=True)
    start(now, "case:4", on=FESTIVAL)  # after the local holiday: nothing changes
    mark()
    told = recount(now)
    assert [(m.subject, m.old_due, m.new_due) for m in told] == [
        ("case:1", date(2026, 8, 10), date(2026, 8, 11)),
        ("case:2", date(2026, 8, 10), date(2026, 8, 11)),
    ]
    assert Term.objects.get(subject="case:1").due_on == date(2026, 8, 11)
    assert Term.objects.get(subject="case:3").due_on == date(2026, 8, 10)
    assert recount(now) == []


def test_a_day_taken_back_moves_them_back(now: Now) -> None:
    start(now, "case:1")
    before = Term.objects.get()
    mark()
    recount(now)
    clear_local_day(by=Operator(), on=FESTIVAL, at=clock_now())
    assert [m.new_due for m in recount(now)] == [date(2026, 8, 10)]
    after = Term.objects.get()
    assert (after.due_on, after.steps) == (before.due_on, before.steps)


def test_extensions_and_pauses_are_kept(now: Now) -> None:
    term = start(now, "case:1", "FOI_REPLY")
    terms.pause_terms([term], date(2026, 8, 4))
    terms.resume_terms([term], date(2026, 8, 6), editions=now())
    terms.extend_term(term, date(2026, 8, 6), editions=now())
    mark(date(2026, 8, 12))
    (moved,) = recount(now)
    kinds = [step["k"] for step in moved.term.steps]
    assert {"extended", "paused"} <= set(kinds)
    assert moved.new_due > moved.old_due


def test_a_published_year_makes_dates_certain(now: Now) -> None:
    term = start(now, "case:1", "PET_HANDLE", date(2026, 12, 1))
    assert term.is_provisional
    CountryCalendar.objects.update(known_until=date(2027, 12, 31))
    new_edition("calendar")
    (moved,) = recount(now)
    assert moved.old_due == moved.new_due
    assert not Term.objects.get().is_provisional


def test_a_new_name_changes_only_the_words(now: Now) -> None:
    start(now, "case:1")
    mark()
    recount(now)
    mark(name="Summer Festival")
    assert recount(now) == []
    assert "Summer Festival" in str(Term.objects.get().steps)


def test_it_goes_through_many_bit_by_bit_and_goes_on_where_it_stopped(
    now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recompute, "BATCH", 2)
    for i in range(5):
        start(now, f"case:{i}")
    mark()
    told: list[Moved] = []
    begin_recount(clock_now())
    assert count_on(told.extend)
    assert (len(told), Recount.objects.get().counted) == (2, 2)
    assert count_on(told.extend)  # as another worker would after the first one died
    assert count_on(told.extend)
    assert [m.subject for m in told] == [f"case:{i}" for i in range(5)]
    assert not count_on(told.extend)


def test_a_day_that_changes_meanwhile_begins_it_anew(now: Now, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recompute, "BATCH", 1)
    for i in range(3):
        start(now, f"case:{i}")
    mark()
    begin_recount(clock_now())

    def meanwhile(_: list[Moved]) -> None:
        begin_recount(clock_now())

    assert count_on(meanwhile)
    assert Recount.objects.get().after == 0


def test_a_batch_that_could_not_be_told_is_not_moved(now: Now) -> None:
    start(now, "case:1")
    mark()

    def fail(_: list[Moved]) -> None:
        msg = "the worker died"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="died"):
        count(fail)
    assert Term.objects.get().due_on == date(2026, 8, 10)
    assert len(recount(now)) == 1


@pytest.mark.parametrize(("met_meanwhile", "moved"), [(False, 1), (True, 0)])
def test_a_hand_that_was_faster_is_not_overwritten(
    now: Now,
    met_meanwhile: bool,  # noqa: FBT001
    moved: int,
) -> None:
    start(now, "case:1")
    mark()
    meanwhile = Term.objects.get()
    done: list[bool] = []

    def someone_else(execute: Callable[..., Any], text: str, *rest: Any) -> Any:  # noqa: ANN401 – Django's own signature
        if text.startswith("UPDATE") and not done:
            done.append(True)
            if met_meanwhile:
                terms.end_terms([meanwhile], AUGUST, met=True)
            else:
                terms.pause_terms([meanwhile], date(2026, 8, 4))
        return execute(text, *rest)

    with connection.execute_wrapper(someone_else):
        told: list[Moved] = []
        count(told.extend)
    assert len(told) == moved
    kept = Term.objects.get()
    assert (kept.state, kept.due_on) == (("met", date(2026, 8, 10)) if met_meanwhile else ("paused", date(2026, 8, 11)))
