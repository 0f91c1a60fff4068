"""A colleague writes a note on a case."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_colleagues import shared_case
from tests.verbs.cases import facts
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.models import Note
from yimen.cases.together.noting import notes_for
from yimen.cases.verbs import erase_case, hand_over_case, note_case, stand_aside
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db
WORDS = "The key to the pole is with the caretaker."


def note(case: make.Case, by: Acting | None = None) -> None:
    note_case(by=by or make.holder(case), case=make.fresh(case), text=WORDS, at=make.LATER)


def test_it_moves_no_date_and_writes_no_letter_and_the_journal_has_no_word_of_it() -> None:
    case = make.accepted_case()
    before, letters = make.fresh(case), len(facts.letters(case))
    note(case)
    now = make.fresh(case)
    assert (now.state, now.due_on, now.returned) == (before.state, before.due_on, before.returned)
    assert len(facts.letters(case)) == letters
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts) == ("case.noted", {"office": case.office_id, "note": Note.objects.get().pk})
    assert facts.said(case) == []


def test_those_read_it_who_have_the_case_and_whoever_has_it_next() -> None:
    case, _ = shared_case()
    note(case)
    for who in (make.handler(), make.supervisor("urban"), make.supervisor()):
        assert list(notes_for(who, make.fresh(case)).values()) == [WORDS]
    for who in (make.handler("housing"), make.area_lead(), make.administrator(), make.mediator()):
        assert notes_for(who, make.fresh(case)) == {}
    hand_over_case(by=make.handler(), case=make.fresh(case), to_office="KS-housing", reason="Theirs.", at=make.LATER)
    assert list(notes_for(make.handler("housing"), make.fresh(case)).values()) == [WORDS]
    assert notes_for(make.handler(), make.fresh(case)) == {}


def test_an_accused_office_and_whoever_stands_aside_read_none() -> None:
    case = make.case(accused_office="KS-urban")
    note(case, make.supervisor())
    assert notes_for(make.handler(), make.fresh(case)) == {}
    mine = make.accepted_case()
    note(mine)
    stand_aside(by=make.handler(), case=make.fresh(mine), why="My own lamp.", at=make.LATER)
    assert notes_for(make.handler(), make.fresh(mine)) == {}


def test_only_whoever_has_the_case_and_only_with_words() -> None:
    case, _ = shared_case()
    for who in (make.handler("housing"), make.supervisor("housing")):
        with pytest.raises(Refused, match="with another office"):
            note(case, who)
    for who in (make.area_lead(), make.administrator()):
        with pytest.raises(Refused, match="does not do this"):
            note(case, who)
    with pytest.raises(Refused, match="write something"):
        note_case(by=make.handler(), case=make.fresh(case), text=" ", at=make.LATER)
    note(make.closed_case())


def test_of_two_hands_one() -> None:
    case = make.accepted_case()
    stale = make.fresh(case)
    note(case)
    with pytest.raises(Refused, match="just changed"):
        note_case(by=make.handler(), case=stale, text=WORDS, at=make.LATER)
    assert Note.objects.count() == 1


def test_it_fades_with_the_words_of_the_case_and_goes_when_they_are_erased() -> None:
    old, erased = make.closed_case(), make.case()
    note(old)
    note(erased)
    erase_case(by=make.resident(erased), case=make.fresh(erased), at=make.LATER)
    assert [n.text for n in Note.objects.order_by("id")] == [WORDS, ""]
    fade_contacts(make.LATER + timedelta(days=91))
    fade_words(make.LATER + timedelta(days=365 * 6))
    assert [n.text for n in Note.objects.order_by("id")] == ["", ""]
    with pytest.raises(Refused, match="has been erased"):
        note(make.fresh(erased), make.handler())
