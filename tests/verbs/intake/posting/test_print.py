"""Whoever prints a letter could read it: that is a look."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import make, make_mail
from tests.make_colleagues import colleague
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.cases.verbs import stand_aside
from yimen.intake.posting import letters_waiting, paper_letter, rows_posting
from yimen.intake.verbs.posting import post_letter, print_letter
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.notifications.posting import letters_to_post, rows_to_post
from yimen.people.rules import Role
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


def test_what_is_about_the_mail_room_waits_for_whoever_answers_in_its_place() -> None:
    """The paper says who complained: no clerk of that desk has it in their hands, nor counts it."""
    case = make.case(tell=Way.POST, postal="Dolma, Nawu", accused_office="KS-one-door")
    letter, town, above = make_mail.letters()[-1], make.town(), make.supervisor()
    for verb in (print_letter, post_letter):
        with pytest.raises(Refused, match="just changed"):
            verb(by=make.clerk(), letter=letter, town=town, at=make.LATER)
    assert not letters_waiting(make.clerk(), town)
    counted = rows_posting(make.clerk(), town)
    assert counted is not None
    assert not counted.exists()
    assert paper_letter(make.clerk(), town, letter.pk) is None
    assert [waits.pk for waits in letters_waiting(above, town)] == [letter.pk]
    print_letter(by=above, letter=letter, town=town, at=make.LATER)
    assert [look.words for look in looks_of(case.ref)] == ["to print a letter to the resident and put it into the post"]
    post_letter(by=above, letter=letter, town=town, at=make.LATER)
    assert not letters_waiting(above, town)


def test_whoever_stands_aside_from_a_case_prints_no_letter_of_it() -> None:
    case = make.open_case(tell=Way.POST, postal="Dolma, Nawu")
    letter, town = make_mail.letters()[-1], make.town()
    stand_aside(by=make.clerk(), case=case, why="My brother.", at=make.LATER)
    assert not letters_waiting(make.clerk(), town)
    assert [waits.pk for waits in letters_waiting(colleague(office="one-door", role=Role.CLERK), town)] == [letter.pk]


def test_of_other_cases_nobody_else_has_a_letter() -> None:
    """Not the office that answers in place of the mail room, and not for what is about another office."""
    for about in ("", "KS-housing"):
        make.case(tell=Way.POST, postal="Dolma, Nawu", accused_office=about)
    assert len(letters_waiting(make.clerk(), make.town())) == 2
    assert not letters_waiting(make.supervisor(), make.town())


def test_letter_to_post_has_its_time() -> None:
    """letter_to_post_has_its_time."""
    make.case(tell=Way.POST, postal="Dolma, Nawu")
    for changed in ({"to_post_at": None}, {"state": "kept"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.update(**changed)


def test_pages_of_what_waits_follow_one_another_even_after_what_has_been_posted() -> None:
    for number in range(3):
        make.case(tell=Way.POST, postal=f"Dolma, Nawu {number}")
    first, second, third = [letter.pk for letter in letters_to_post(rows_to_post())]
    Letter.objects.filter(pk=first).update(state="sent", sent_at=make.LATER, to_post_at=None, address="")
    assert [letter.pk for letter in letters_to_post(rows_to_post(), first)] == [second, third]
    assert [letter.pk for letter in letters_to_post(rows_to_post(), second)] == [third]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has statistics, and with few rows it reads all")
def test_they_are_found_without_reading_all_letters() -> None:
    clerk, town = make.clerk(), make.town()
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        letters_waiting(clerk, town, after=7)
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
        assert "USING INDEX letter_to_post" in str(cursor.fetchall())
