"""A resident adds something to a case."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.verbs import add_words
from yimen.files.hygiene import clean
from yimen.files.queries import files_of
from yimen.files.store import put
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def add(case: Case, text: str = "It is the left one.") -> None:
    add_words(by=make.resident(case), case=case, text=text, at=make.LATER)


@pytest.mark.parametrize("state", ["case", "accepted_case", "objected_case", "answered_case"])
def test_the_words_are_in_the_conversation_and_the_case_stays_where_it_is(state: str) -> None:
    case = getattr(make, state)()
    before = make.fresh(case)
    add(case)
    after = make.fresh(case)
    assert facts.said(case)[-1] == ("case.added", "It is the left one.")
    assert (after.state, after.due_on, after.turn_office_id) == (before.state, before.due_on, before.turn_office_id)
    assert facts.entries(case).count("case.added") == 1
    assert facts.last_entry(case).by == "resident"


def test_files_come_along() -> None:
    case = make.case()
    files = [put(clean("note.txt", b"left"))]
    add_words(by=make.resident(case), case=case, text="See the note.", files=files, at=make.LATER)
    assert [file.name for file in files_of(case.ref)] == ["note.txt"]
    assert facts.last_entry(case).facts["files"] == 1


@pytest.mark.parametrize(("text", "reason"), [(" ", "write something"), ("x" * (LONGEST_REMARK + 1), "longer than")])
def test_it_has_words_and_an_end(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        add(make.case(), text)


def test_not_to_a_closed_case() -> None:
    with pytest.raises(Refused, match="is closed"):
        add(make.closed_case())


def test_a_stranger_and_the_office_may_not() -> None:
    case = make.case()
    for by in (Resident(case_id=case.pk + 1), make.handler()):
        with pytest.raises(Refused, match="holds the receipt"):
            add_words(by=by, case=case, text="Mine.", at=make.LATER)  # type: ignore[arg-type]


def test_nothing_is_added_to_a_case_that_somebody_changed_meanwhile() -> None:
    case = make.case()
    stale = make.fresh(case)
    add(case)
    with pytest.raises(Refused, match="just changed"):
        add(stale, "Too late.")
    assert len(facts.said(case)) == 1
