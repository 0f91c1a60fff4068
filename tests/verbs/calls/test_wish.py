"""Somebody asks to be called back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make
from tests.make_calls import NUMBER, wish
from yimen.calls.forgetting import forget_wishes
from yimen.calls.models import Wish
from yimen.calls.queries import open_wish, wish_for, wish_list
from yimen.calls.rules import Call
from yimen.calls.verbs import wish_call_back
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_the_number_is_sealed_and_stands_in_no_list_and_no_journal() -> None:
    made = wish()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM calls_wish")
        assert NUMBER.encode() not in b"".join(bytes(c) for c in cursor.fetchone() if isinstance(c, bytes | memoryview))
    listed = wish_list(make.clerk())[0]
    assert [each.pk for each in listed] == [made.pk]
    assert listed[0].get_deferred_fields() == {"phone", "about", "over_at"}
    entry = Entry.objects.get(subject=made.ref)
    assert (entry.code, NUMBER in str(entry.facts)) == ("call_back.wished", False)


def test_only_a_clerk_writes_it_down_and_only_with_a_number() -> None:
    with pytest.raises(Refused, match="A clerk"):
        wish_call_back(by=make.handler(), phone=NUMBER, about="", language="bo", at=make.MONDAY)
    with pytest.raises(Refused, match="the number"):
        wish_call_back(by=make.clerk(), phone=" \n", about="", language="bo", at=make.MONDAY)
    assert not Wish.objects.exists()


def test_another_desk_does_not_have_it() -> None:
    made = wish()
    elsewhere = make.posted("one-door-1-clerk")
    assert wish_list(elsewhere) == ([], 0)
    assert wish_for(elsewhere, made.pk) is None
    assert wish_for(make.supervisor(), made.pk) is None
    assert wish_list(make.supervisor()) == ([], 0)


def test_the_number_is_read_only_with_a_look_and_in_hours() -> None:
    made, by = wish(), make.clerk()
    opened = open_wish(by, made, town=make.town(), at=make.MONDAY)
    assert opened.phone == NUMBER
    assert [look.purpose for look in looks_of(made.ref)] == ["wished"]
    with pytest.raises(Refused, match="in the hours"):
        open_wish(by, made, town=make.town(), at=make.MONDAY - timedelta(days=1))
    assert len(looks_of(made.ref)) == 1


def test_a_number_that_nobody_called_is_gone_after_sixty_days_and_all_of_it_after_ninety() -> None:
    made = wish()
    assert forget_wishes(make.MONDAY + timedelta(days=60)) == 0
    forget_wishes(make.MONDAY + timedelta(days=61))
    made.refresh_from_db()
    assert (made.state, made.phone, made.about) == (Call.PASSED, "", "")
    forget_wishes(make.MONDAY + timedelta(days=92))
    assert not Wish.objects.exists()


def test_a_wish_that_is_over_says_since_when() -> None:
    made = wish()
    for fields in ({"state": "passed"}, {"over_at": make.MONDAY}):
        with pytest.raises(IntegrityError, match="wish_over_has_its_time"), transaction.atomic():
            Wish.objects.filter(pk=made.pk).update(**fields)
