"""Taking a number: for a day and a centre, without a name."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make, make_visits
from yimen.journal.models import Entry
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.visits.models import CentreDay, Errand, Roll, Ticket
from yimen.visits.queries import place_of, ticket_by
from yimen.visits.verbs import Wish, take_ticket

pytestmark = pytest.mark.django_db


def test_numbers_count_up_for_each_letter_and_begin_anew_every_day() -> None:
    make_visits.errand("A")
    make_visits.errand("B", 2)
    said = [make_visits.taken(letter).words for letter in "AABA"]
    assert said == ["A001", "A002", "B001", "A003"]
    assert make_visits.taken("A", at=make.MONDAY + timedelta(days=1)).words == "A001"


def test_a_centre_that_has_said_nothing_has_one_queue_for_everything() -> None:
    assert make_visits.taken().words == "A001"
    with pytest.raises(Refused, match="does not serve that"):
        make_visits.taken("B")


def test_the_same_form_sent_twice_is_one_number_behind_one_link() -> None:
    nonce = new_nonce()
    first, second = make_visits.taken(nonce=nonce), make_visits.taken(nonce=nonce)
    assert (first.key, first.is_new) == (second.key, True)
    assert not second.is_new
    assert Ticket.objects.count() == 1
    assert make_visits.taken().words == "A002"


def test_the_link_is_stored_nowhere_and_opens_the_number_on_its_day_only() -> None:
    taken, on = make_visits.taken(), day_of(make.MONDAY)
    assert ticket_by(taken.key, on) == taken.ticket
    assert ticket_by(taken.key, on + timedelta(days=1)) is None
    assert ticket_by(taken.key[:-1], on) is None
    row = Ticket.objects.values().get()
    assert taken.key not in str(row)
    assert bytes.fromhex(taken.key) not in bytes(row["key_hash"])


def test_the_journal_says_the_centre_and_never_which_clerk() -> None:
    wish = Wish(make_visits.centre_id(), "A", "en", new_nonce())
    given = take_ticket(by=make.clerk(), wish=wish, town=make.town(), at=make.MONDAY)
    entry = Entry.objects.get(subject=given.ticket.ref)
    assert (entry.code, entry.by) == ("ticket.taken", f"office:{make_visits.centre_id()}")
    assert entry.facts == {"office": make_visits.centre_id(), "errand": "A"}


def test_no_numbers_on_a_rest_day_nor_after_the_last_hour_but_in_the_break_at_noon() -> None:
    for at in (make.MONDAY - timedelta(days=1), make.MONDAY.replace(hour=17, minute=30)):
        with pytest.raises(Refused, match="closed for today"):
            make_visits.taken(at=at)
    assert make_visits.taken(at=make.MONDAY.replace(hour=12, minute=30)).words == "A001"


def test_only_a_centre_gives_numbers_and_only_its_own_clerks_give_them_there() -> None:
    town = make.town()
    department = town.offices.by_code["KS-urban"].id
    for by, office in ((make_visits.SOMEBODY, department), (make.handler(), make_visits.centre_id())):
        with pytest.raises(Refused):
            take_ticket(by=by, wish=Wish(office, "A", "en", new_nonce()), town=town, at=make.MONDAY)
    elsewhere = make.posted("one-door-1-clerk")
    with pytest.raises(Refused, match="clerk of this centre"):
        take_ticket(by=elsewhere, wish=Wish(make_visits.centre_id(), "A", "en", new_nonce()), town=town, at=make.MONDAY)


def test_one_connection_cannot_take_numbers_without_end() -> None:
    for _ in range(30):
        make_visits.taken(address="198.51.100.7")
    with pytest.raises(Refused, match="Very many numbers"):
        make_visits.taken(address="198.51.100.7")
    assert make_visits.taken(address="198.51.100.8").words == "A031"
    assert make_visits.taken().words == "A032"


def test_how_many_stand_before_one() -> None:
    make_visits.errand("A", 1)
    make_visits.errand("B", 2)
    make_visits.errand("C", 1, 3)
    places = [make_visits.taken(letter).ticket for letter in "ABCA"]
    assert [place_of(ticket, make.town()).before for ticket in places] == [0, 0, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_two_tablets_at_the_same_moment_give_two_numbers() -> None:
    """On PostgreSQL both wait for the same row of the roll, on SQLite for the file."""
    make.town()
    words: list[str] = []

    def take() -> None:
        try:
            words.append(make_visits.taken().words)
        finally:
            connection.close()

    hands = [Thread(target=take) for _ in range(3)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(words) == ["A001", "A002", "A003"]


def test_the_database_itself_keeps_numbers_apart() -> None:
    """``ticket_number_once_a_day``, ``roll_once_per_day``, ``errand_letter_once_per_office``, ``centre_day_once``."""
    make_visits.errand("A")
    make_visits.taken()
    on, office = day_of(make.MONDAY), make_visits.centre_id()
    same = {"office_id": office, "on": on}
    CentreDay.objects.create(**same)
    twins = (
        Ticket(**same, letter="A", number=1, key_hash=b"another", language="en", taken_at=make.MONDAY),
        Roll(**same, letter="A"),
        Errand(office_id=office, letter="A"),
        CentreDay(**same),
    )
    for twin in twins:
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


def test_a_called_number_has_its_counter_and_a_day_calls_no_more_than_it_gave() -> None:
    """``ticket_called_has_its_counter`` and ``centre_day_calls_what_it_gave``."""
    make_visits.taken()
    with pytest.raises(IntegrityError), transaction.atomic():
        Ticket.objects.update(state="called")
    with pytest.raises(IntegrityError), transaction.atomic():
        CentreDay.objects.create(office_id=make_visits.centre_id(), on=day_of(make.MONDAY), given=1, called=2)
