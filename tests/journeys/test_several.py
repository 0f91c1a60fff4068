"""One dark lamp that several bring: invitations, a receipt for each, and one answer to all of them."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import PHONE, Walker
from yimen.cases.models import Case
from yimen.kernel.clock import now

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
DARK = "桥边的路灯不亮了。"


def test_neighbours_bring_one_case_and_each_holds_a_receipt(somebody: Somebody) -> None:
    """The first hands over an invitation; the second joins in Tibetan, on a telephone, and leaves after the answer."""
    make.town()
    first = somebody(PHONE, "zh-hans").open("/tell/").unfold("Others stand with me")
    first.fill(words=DARK, others="1", category=make.LAMP).press("Send")
    receipt, invitation = (code.inner_text().replace("\n", "") for code in first.page.locator(".y-receipt").all())

    second = somebody(PHONE, "bo").open("/")
    second.open(f"/join/#{invitation}")
    assert second.page.locator("[name=invitation]").input_value() == invitation
    second.press("Join")
    assert receipt not in second.text()
    second.press("See my case")
    assert DARK in second.text()

    make.answered(Case.objects.get(), at=now())
    second.open("/case/leave-taking/").page.locator("[name=sure]").check()
    second.press("Leave the case")
    assert second.reads("How to reach you is erased. The case goes on for the others.")
    assert first.open("/case/").reads("One of you left the case.")


def test_a_grandson_brings_it_and_his_grandmother_ends_what_he_sees(somebody: Somebody) -> None:
    """He sees on his telephone where it stands, and no word of it; she has the receipt, and one button."""
    make.town()
    grandson = somebody(PHONE, "en").open("/tell/").unfold("I bring this for somebody else")
    grandson.page.locator("[name=is_followed]").check()
    grandson.fill(words=DARK, consent="spoken").press("Send")
    receipt = grandson.page.locator(".y-receipt").first.inner_text().replace("\n", "")
    grandson.press("Where the case stands")
    assert DARK not in grandson.text()

    grandmother = somebody(PHONE, "bo").open("/follow/").fill(receipt=receipt).press("See my case")
    assert DARK in grandmother.text()
    grandmother.press("End the helper’s receipt")
    assert grandson.open("/case/").reads("Follow a receipt")
