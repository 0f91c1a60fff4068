"""A resident has their case erased."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case, Message, Opinion, Rating
from yimen.cases.rules import Way
from yimen.cases.verbs import add_words, erase_case, reopen_case, withdraw_case
from yimen.files.models import StoredFile
from yimen.files.store import path_of
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db
STATES = "case accepted_case asked_case handed_case objected_case answered_case closed_case".split()
GONE = "words place_words contact_name email phone postal needs".split()


def erase(case: Case) -> None:
    erase_case(by=make.resident(case), case=case, at=make.LATER)


@pytest.mark.parametrize("state", STATES)
def test_words_contacts_files_and_letters_are_gone_at_once_and_nothing_is_due(
    state: str, django_capture_on_commit_callbacks: object
) -> None:
    case = getattr(make, state)(
        tell=Way.EMAIL,
        email="zq@example.org",
        contact_name="zqname",
        needs=("home",),
        postal="zqroad",
        files=(make.file(b"zqfile"),),
    )
    path = path_of(StoredFile.objects.get(subject=case.ref).key)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase(case)
    after = make.fresh(case)
    assert [getattr(after, name) for name in GONE] == [""] * len(GONE)
    assert (after.longitude, after.due_on, after.turn_office_id, after.fades_at) == (None, None, None, None)
    assert after.state in {"withdrawn", "closed"}
    assert not any(Message.objects.filter(case=case).values_list("text", flat=True))
    assert not any(o.opinion + o.facts + o.claims for o in Opinion.objects.filter(case=case))
    assert not any(Rating.objects.filter(opinion__case=case).values_list("words", flat=True))
    assert not StoredFile.objects.filter(subject=case.ref).exists()
    assert not path.exists()
    assert not facts.terms(case, state__in=["running", "paused"])
    assert facts.entries(case)[-1] == "case.erased"


def test_a_last_letter_goes_to_whoever_was_to_be_told_and_has_no_word_of_the_case() -> None:
    case = make.accepted_case(tell=Way.EMAIL, email="zq@example.org", words="A zqlamp.")
    erase(case)
    letter = Letter.objects.get(subject=case.ref)
    assert (letter.code, letter.address) == ("case-erased", "zq@example.org")
    assert "zqlamp" not in letter.body


def test_nothing_happens_to_an_erased_case_any_more() -> None:
    case = make.closed_case()
    erase(case)
    me, after = make.resident(case), make.fresh(case)
    with pytest.raises(Refused, match="has been erased"):
        reopen_case(by=me, case=after, why="Again.", at=make.LATER)
    with pytest.raises(Refused, match="has been erased"):
        add_words(by=me, case=after, text="More.", files=[], at=make.LATER)
    with pytest.raises(Refused, match="has been erased"):
        erase(after)


def test_a_petition_that_is_owed_an_answer_is_taken_back_first() -> None:
    from yimen.cases.verbs import accept_case  # noqa: PLC0415

    case = make.petition()
    accept_case(by=make.holder(case), case=case, at=make.MONDAY)
    with pytest.raises(Refused, match="Take it back first"):
        erase(case)
    withdraw_case(by=make.resident(case), case=case, at=make.LATER)
    erase(case)
    assert make.fresh(case).words == ""


def test_a_petition_that_was_answered_says_until_when_it_stays() -> None:
    case = make.petition()
    Case.objects.filter(pk=case.pk).update(state="answered", ended_at=make.LATER, due_on=None, turn_office=None)
    with pytest.raises(Refused, match=str((make.LATER + timedelta(days=5 * 365)).date())):
        erase(make.fresh(case))
    assert make.fresh(case).words


def test_a_petition_nobody_has_taken_up_is_erased() -> None:
    case = make.petition()
    erase(case)
    assert make.fresh(case).words == ""


def test_only_whoever_holds_the_receipt_and_one_of_two_hands() -> None:
    case = make.case()
    with pytest.raises(Refused, match="holds the receipt"):
        erase_case(by=Resident(case_id=case.pk + 1), case=case, at=make.LATER)
    stale = make.fresh(case)
    add_words(by=make.resident(case), case=case, text="More.", files=[], at=make.LATER)
    if stale.version != make.fresh(case).version:
        with pytest.raises(Refused, match="just changed"):
            erase(stale)
