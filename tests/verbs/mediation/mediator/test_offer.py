"""A mediator offers."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.coming import Person
from yimen.mediation.rules import Kind

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def offering() -> verbs.Offering:
    """A boundary between A and B."""
    usual: dict[str, Any] = {
        "committee_id": make_it.committee().pk,
        "kind": Kind.LAND,
        "sides": (Person("A"), Person("B")),
        "summary": "A boundary",
        "disclosure": "Nothing",
    }
    return verbs.Offering(**usual)


def test_both_are_asked_and_both_must_say_yes() -> None:
    row = verbs.offer_to_mediate(by=make_it.mediator(), wanted=offering(), at=AT)
    talk = make_it.Talk(row.pk)
    talk.invitations = verbs.invite_sides(by=talk.mediator(), summary="A boundary", nonce=new_nonce(), at=AT)
    assert set(talk.invitations) == {1, 2}
    for side in (1, 2):
        assert talk.row.due_on is None
        _, talk.codes[side] = verbs.answer_invitation_yes(
            by=talk.invited(side), who=Person(""), nonce=new_nonce(), at=AT
        )
    assert (talk.row.state, talk.row.source, talk.row.serial) == ("choosing", "offer", 1)


def test_only_from_a_seat_in_the_committee_and_not_standing_in() -> None:
    wanted = offering()
    for by in (make.administrator(), make.handler(), replace(make_it.mediator(), stands_in=True)):
        with pytest.raises(Refused):
            verbs.offer_to_mediate(by=by, wanted=wanted, at=AT)
    with pytest.raises(Refused, match="no seat"):
        verbs.offer_to_mediate(by=make_it.mediator(), wanted=replace(wanted, committee_id=0), at=AT)
    with pytest.raises(Refused, match="two sides"):
        verbs.offer_to_mediate(by=make_it.mediator(), wanted=replace(wanted, sides=(Person("A"),)), at=AT)
