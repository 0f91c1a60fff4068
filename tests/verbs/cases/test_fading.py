"""What is not needed any more is forgotten: contacts after ninety days, words after years."""

from datetime import timedelta

import pytest

from tests import make
from yimen import retention
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.models import Case, Message, Opinion
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT, Way
from yimen.journal.record import history
from yimen.notifications.queries import letters_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _closed() -> Case:
    return make.closed_case(
        tell=Way.EMAIL,
        email="a@example.org",
        phone="13800000000",
        contact_name="Somebody",
        needs=("steps",),
        postal="Nawu 3",
    )


def test_contacts_go_ninety_days_after_the_end_and_the_words_stay() -> None:
    case = _closed()
    assert case.ended_at
    assert fade_contacts(case.ended_at + CONTACTS_KEPT - DAY) == 0
    assert make.fresh(case).email == "a@example.org"
    assert fade_contacts(case.ended_at + CONTACTS_KEPT) == 1
    faded = make.fresh(case)
    assert (faded.contact_name, faded.email, faded.phone, faded.postal, faded.needs, faded.tell) == (*[""] * 5, "here")
    assert faded.words == case.words
    assert fade_contacts(case.ended_at + CONTACTS_KEPT) == 0


def test_words_go_when_their_retention_class_says_so_and_codes_stay() -> None:
    case = _closed()
    assert case.ended_at
    end = case.ended_at + WORDS_KEPT["fault"]
    fade_contacts(case.ended_at + CONTACTS_KEPT)
    assert fade_words(end - DAY) == 0
    assert fade_words(end) == 1
    bare = make.fresh(case)
    assert (bare.words, bare.place_words, bare.longitude, bare.kept) == ("", "", None, "bare")
    assert not Message.objects.filter(case=case).exclude(text="").exists()
    assert not Opinion.objects.filter(case=case).exclude(opinion="").exists()
    assert letters_of(case.ref) == []
    assert bare.category_id == case.category_id
    assert history(case.ref)


def test_an_open_case_is_never_forgotten() -> None:
    case = make.accepted_case(tell=Way.EMAIL, email="a@example.org")
    fade_contacts(make.MONDAY + 3650 * DAY)
    assert make.fresh(case).email == "a@example.org"


def test_the_clock_carries_it_out_and_the_journal_proves_it() -> None:
    case = _closed()
    assert case.ended_at
    retention.forget(case.ended_at + CONTACTS_KEPT)
    (entry,) = history("retention:cases.contacts")
    assert entry.facts["count"] == 1
