"""Whoever prints a letter could read it: that is a look."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.intake.verbs.posting import print_letter
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.notifications.posting import letters_to_post
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_its_resident_sees_it_and_the_letter_still_waits() -> None:
    make.case(tell=Way.POST, postal="Dolma, Nawu")
    letter, town = make_mail.letters()[-1], make.town()
    with pytest.raises(Refused, match="service desk"):
        print_letter(by=make.posted("one-door-1-clerk"), letter=letter, town=town, at=make.LATER)
    print_letter(by=make.clerk(), letter=letter, town=town, at=make.LATER)
    assert [look.purpose for look in looks_of(Case.objects.get().ref)] == ["posting"]
    assert Letter.objects.get(pk=letter.pk).state == "to_post"


def test_letter_to_post_has_its_time() -> None:
    """letter_to_post_has_its_time."""
    make.case(tell=Way.POST, postal="Dolma, Nawu")
    for changed in ({"to_post_at": None}, {"state": "kept"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.update(**changed)


def test_pages_of_what_waits_follow_one_another_even_after_what_has_been_posted() -> None:
    for number in range(3):
        make.case(tell=Way.POST, postal=f"Dolma, Nawu {number}")
    first, second, third = [letter.pk for letter in letters_to_post()]
    Letter.objects.filter(pk=first).update(state="sent", sent_at=make.LATER, to_post_at=None, address="")
    assert [letter.pk for letter in letters_to_post(first)] == [second, third]
    assert [letter.pk for letter in letters_to_post(second)] == [third]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
def test_they_are_found_without_reading_all_letters() -> None:
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        letters_to_post(after=7)
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
        assert "USING INDEX letter_to_post" in str(cursor.fetchall())
