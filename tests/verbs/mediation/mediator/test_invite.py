"""Whoever has not come is asked."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.rules import Screened

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_one_code_for_each_and_none_is_stored() -> None:
    talk = make_it.asked(others=("Zhang", "Li"))
    assert set(talk.invitations) == {2, 3}
    stored = b"".join(bytes(side.invitation_hash or b"") for side in talk.row.sides.all())
    assert all(code.encode() not in stored for code in talk.invitations.values())
    assert (talk.row.state, talk.row.invited_on) == ("inviting", day_of(AT))


def test_a_form_without_its_nonce_is_refused() -> None:
    talk = make_it.taken()
    verbs.screen_side(by=talk.mediator(), side=1, found=Screened.SUITABLE, at=AT)
    with pytest.raises(Refused, match="too old"):
        verbs.invite_sides(by=talk.mediator(), summary="x", nonce="short", at=AT)
