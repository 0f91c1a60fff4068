"""What a clerk writes down at the counter becomes a case as by any other channel."""

import pytest

from tests import make
from yimen.cases.models import Case
from yimen.cases.queries import case_by_receipt
from yimen.cases.rules import Channel
from yimen.intake.channels.visit import TOLD, bring_by_clerk
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db


def bring(by: Acting, **fields: object) -> Case:
    usual = {"channel": Channel.VISIT, **fields}
    return bring_by_clerk(by=by, sent=make.sent(**usual), at=make.MONDAY, town=make.town()).case


@pytest.mark.parametrize("channel", TOLD)
def test_it_says_how_it_came_and_which_post_took_it_in(channel: Channel) -> None:
    by = make.clerk()
    case = bring(by, channel=channel)
    entry = Entry.objects.get(subject=case.ref, code="case.submitted")
    assert (case.channel, entry.by, entry.facts["channel"]) == (channel, by.ref, channel)


def test_the_receipt_opens_it_and_the_same_form_twice_is_one_case() -> None:
    by, sent = make.clerk(), make.sent(channel=Channel.VISIT)
    first, second = (bring_by_clerk(by=by, sent=sent, at=make.MONDAY, town=make.town()) for _ in range(2))
    assert (first.is_new, second.is_new, first.code) == (True, False, second.code)
    assert case_by_receipt(second.code, address="", at=make.MONDAY) == first.case


def test_only_a_clerk_takes_in_and_never_what_is_about_their_own_office() -> None:
    for by in (make.handler(), make.supervisor("one-door"), make.administrator(), make.mediator()):
        with pytest.raises(Refused, match="by the clerk"):
            bring(by)
    with pytest.raises(Refused, match="about your own office"):
        bring(make.clerk(), accused_office="KS-one-door")
    with pytest.raises(Refused, match="about your own office"):
        bring(make.posted("one-door-1-clerk"), accused_office="KS-township-office-1")
    assert Case.objects.count() == 0
    assert bring(make.clerk(), accused_office="KS-urban").accused_office_id


def test_a_channel_that_nobody_tells_a_clerk_by_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="web"):
        bring(make.clerk(), channel=Channel.WEB)
