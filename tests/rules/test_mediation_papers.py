"""Which papers there are when, the way to a court, and that the old forms' columns have not come along."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from yimen.cases.words import in_language
from yimen.mediation.agreements.rules import Drafted
from yimen.mediation.counted.rules import Form, may_set_form
from yimen.mediation.court.rules import Court, is_day, last_day, may_note
from yimen.mediation.papers import words
from yimen.mediation.papers.rules import ROOMS, Sheet, Stands, given
from yimen.mediation.rooms.rules import JOINT, OWN
from yimen.mediation.rules import State

AT, DAY = datetime(2026, 3, 2, 2, tzinfo=UTC), date(2026, 3, 2)
BEGUN = Stands(AT, None, None, None, None, None, None, None, ())


def keys(stands: Stands, today: date = DAY) -> list[str]:
    return [one.key for one in given(stands, today)]


def test_a_paper_is_there_when_there_is_something_to_say() -> None:
    assert keys(BEGUN) == ["cover", "rights"]
    draft = Stands(AT, None, None, AT, AT, Drafted.DRAFT, AT, None, ((7, AT), (9, AT)))
    assert keys(draft) == ["cover", "application", "register", "rights", "session-7", "session-9"]
    fixed = Stands(AT, None, None, None, AT, Drafted.FIXED, AT, None, ())
    assert keys(fixed) == ["cover", "register", "rights", "agreement"]


def test_what_a_court_needs_is_there_as_long_as_it_can_be_asked() -> None:
    agreed = Stands(AT, AT, DAY, None, AT, Drafted.IN_FORCE, AT, AT, ())
    whole = ["agreement", "follow-up", "closing", "confirmation", "proof", "court"]
    assert keys(agreed, DAY + timedelta(days=30))[3:] == whole
    assert keys(agreed, DAY + timedelta(days=31))[3:] == ["agreement", "follow-up", "closing", "proof"]


def test_every_paper_has_its_title_and_its_rooms() -> None:
    assert set(ROOMS) == set(words.TITLES) == set(Sheet)
    assert {sheet for sheet, rooms in ROOMS.items() if OWN in rooms} == {Sheet.APPLICATION, Sheet.SESSION}
    assert ROOMS[Sheet.APPLICATION] == (OWN,)
    assert all(JOINT in rooms for sheet, rooms in ROOMS.items() if sheet is not Sheet.APPLICATION)


def test_no_paper_asks_for_what_the_old_forms_asked() -> None:
    """Ethnicity, identity number, religion, household: in no language, in no sentence (promise 2)."""
    fixed = [value for name, value in vars(words).items() if name.isupper() and isinstance(value, str)]
    fixed += [text for table in vars(words).values() if isinstance(table, dict) for text in table.values()]
    said = " ".join(in_language(str(text), language) for text, language in product(fixed, ("zh-hans", "en", "bo")))
    assert "调解" in said
    for word in ("民族", "身份证", "宗教", "户籍", "性别", "ethnic", "identity", "religion", "མི་རིགས", "ཐོབ་ཐང་ལག་ཁྱེར"):
        assert word not in said


@pytest.mark.parametrize(
    ("court", "days", "earlier", "may"),
    [
        (Court.ASKED, 0, "", True),
        (Court.ASKED, 30, "", True),
        (Court.ASKED, 31, "", False),
        (Court.ASKED, 12, Court.ASKED, True),  # a slip is mended
        (Court.CONFIRMED, 12, "", False),
        (Court.CONFIRMED, 12, Court.ASKED, True),
        (Court.CONFIRMED, 9, Court.ASKED, False),  # before it was asked
        (Court.REFUSED, 60, Court.ASKED, True),
        (Court.REFUSED, 60, Court.CONFIRMED, False),
        (Court.ASKED, 12, Court.REFUSED, False),
    ],
)
def test_a_court_is_asked_in_time_and_then_answers_once(court: Court, days: int, earlier: str, may: bool) -> None:  # noqa: FBT001
    asked_on = DAY + timedelta(days=10) if earlier else None
    on = DAY + timedelta(days=days)
    assert bool(may_note(court, on, agreed_on=DAY, earlier=earlier, asked_on=asked_on)) is may
    assert not may_note(court, on, agreed_on=None, earlier=earlier, asked_on=asked_on)


def test_its_day_lies_between_the_agreement_and_today() -> None:
    assert last_day(DAY) == date(2026, 4, 1)
    for days in (-1, 0, 1, 2):
        assert bool(is_day(DAY + timedelta(days=days), agreed_on=DAY, today=DAY + timedelta(days=1))) is (
            0 <= days <= 1
        )


def test_the_form_of_an_agreement_stays_once_it_is_being_signed() -> None:
    for state in State:
        may = may_set_form(state, Form.ORAL, Form.WRITTEN)
        assert bool(may) is (state in (State.INTAKE, State.INVITING, State.CHOOSING, State.OPEN))
        assert may_set_form(state, Form.ORAL, Form.ORAL)
