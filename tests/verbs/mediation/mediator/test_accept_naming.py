"""Whoever is named says yes."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Mediation,
    Register,
)
from yimen.mediation.queries.reading import words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_they_say_first_what_stands_between_and_get_the_next_number() -> None:
    first, second = make_it.taken(), make_it.taken()
    assert [(t.row.state, t.row.year, t.row.serial) for t in (first, second)] == [
        ("intake", 2026, 1),
        ("intake", 2026, 2),
    ]
    assert make_it.DISCLOSURE in {word.words for word in words_of(first.side(1))}


def test_not_without_saying_it() -> None:
    talk = make_it.named()
    with pytest.raises(Refused):
        verbs.accept_naming(by=talk.named(), disclosure=" ", at=AT)


def test_a_number_is_never_given_again() -> None:
    talk = make_it.taken()
    row = Register.objects.get()
    Mediation.objects.filter(pk=talk.pk).delete()
    assert make_it.taken().row.serial == row.given + 1
    with pytest.raises(IntegrityError), transaction.atomic():  # register_once_per_year
        Register.objects.create(committee_id=row.committee_id, year=row.year)
    other = make_it.applied().row
    with pytest.raises(IntegrityError), transaction.atomic():  # mediation_number_once
        Mediation.objects.filter(pk=other.pk).update(year=2026, serial=2)


def test_another_mediator_of_sides_that_have_all_come_goes_on_with_their_choice() -> None:
    talk = make_it.come()
    verbs.refuse_mediator(by=talk.side(1), at=AT)
    Mediation.objects.filter(pk=talk.pk).update(not_again=[])
    verbs.name_mediator(by=talk.head(), post_id=make_it.mediator().post_id, at=AT)
    verbs.accept_naming(by=talk.named(), disclosure="Nothing", at=AT)
    assert (talk.row.state, talk.row.serial) == ("choosing", 1)
