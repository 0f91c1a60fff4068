"""What a centre's counters serve."""

import pytest

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.visits.queries import errands_of
from yimen.visits.rules import ANYTHING, LETTERS, Errand
from yimen.visits.verbs import close_errand, set_up_errand

pytestmark = pytest.mark.django_db


def test_a_letter_is_set_up_anew_or_closed_and_those_who_wait_are_called_all_the_same() -> None:
    office = make_visits.centre_id()
    assert errands_of(office, make.town()) == [ANYTHING]
    make_visits.errand("B", 2)
    make_visits.errand("B", 3)
    assert errands_of(office, make.town()) == [Errand("B", {"en": "Errand B"}, 15, (3,))]
    make_visits.taken("B")
    close_errand(by=make.administrator(), office_id=office, letter="B", town=make.town(), at=make.MONDAY)
    assert errands_of(office, make.town()) == [ANYTHING]
    assert make_visits.numbers(make_visits.called(1)) == ["B001"]
    codes = Entry.objects.filter(subject=f"office:{office}").order_by("id").values_list("code", flat=True)
    assert list(codes) == ["errand.set_up", "errand.set_up", "errand.closed"]


def test_only_an_administrator_only_at_a_centre_and_only_with_counters_that_are_there() -> None:
    town, office = make.town(), make_visits.centre_id()
    good = Errand("A", {"en": "All"})
    tries = (
        (make.clerk(), office, good),
        (make.administrator(), town.offices.by_code["KS-urban"].id, good),
        (make.administrator(), office, Errand("A", {"en": "All"}, 15, (7,))),
        (make.administrator(), office, Errand("A")),
    )
    for by, where, errand in tries:
        with pytest.raises(Refused):
            set_up_errand(by=by, office_id=where, errand=errand, town=town, at=make.MONDAY)


def test_no_more_than_people_read() -> None:
    for letter in LETTERS[:8]:
        make_visits.errand(letter)
    with pytest.raises(Refused, match="up to 8"):
        make_visits.errand("Z")
    make_visits.errand("A", 2)
