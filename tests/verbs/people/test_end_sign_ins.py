"""Somebody is signed out elsewhere."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests import make
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.forgetting import forget_sessions
from yimen.people.models import SignIn
from yimen.people.sign_ins import note_sign_in, sign_ins_of
from yimen.people.verbs.end_sign_ins import end_sign_ins

pytestmark = pytest.mark.django_db


def _browser(staff_id: int) -> str:
    session = SessionStore()
    session["post"] = 1
    session.save()
    key = str(session.session_key)
    note_sign_in(staff_id=staff_id, session_key=key, device="phone/Firefox", at=make.MONDAY)
    return key


def test_all_but_this_one_end_and_the_journal_counts_them() -> None:
    who = make.handler()
    here, other = _browser(who.staff_id), _browser(who.staff_id)
    assert end_sign_ins(by=who, staff_id=who.staff_id, but=here, at=make.LATER) == 1
    assert [row.session_key for row in Session.objects.all()] == [here]
    assert other not in set(SignIn.objects.values_list("session_key", flat=True))
    assert history(f"staff:{who.staff_id}")[-1].facts == {"browsers": 1}


def test_an_administrator_of_their_place_may_and_others_may_not() -> None:
    who = make.handler()
    _browser(who.staff_id)
    with pytest.raises(Refused, match="Only an administrator"):
        end_sign_ins(by=make.supervisor("urban"), staff_id=who.staff_id, at=make.LATER)
    end_sign_ins(by=make.administrator(), staff_id=who.staff_id, at=make.LATER)
    with pytest.raises(Refused, match="no other sign-in"):
        end_sign_ins(by=make.administrator(), staff_id=who.staff_id, at=make.LATER)


def test_what_has_run_out_is_not_shown_and_forgotten_at_night() -> None:
    who = make.handler()
    key = _browser(who.staff_id)
    Session.objects.update(expire_date=make.MONDAY)
    assert sign_ins_of(who.staff_id, here=key, at=make.LATER) == []
    assert forget_sessions(make.LATER) == 1
    assert not SignIn.objects.exists()
