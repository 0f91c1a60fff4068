"""A clerk calls a resident who has not said what they think of the answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests import make
from tests.journeys.walking import DESK, PHONE, Walker
from yimen.cases.rules import Way
from yimen.deadlines.calendars import calendar_for
from yimen.desk import acting
from yimen.kernel.clock import day_of, now
from yimen.people.models import Post
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.models import CallBack

pytestmark = [pytest.mark.journey, pytest.mark.slow]
PHONE_NUMBER = "13900000000"


@pytest.mark.parametrize("language", ["zh-hans", "bo"])
def test_the_resident_is_called_and_reads_that_their_number_was_looked_at(
    somebody: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """On a working day at ten: the clerk says what the look is for, asks, and writes the answer down."""
    sent = make.receipt(at=now() - timedelta(days=9), tell=Way.SMS, phone=PHONE_NUMBER)
    make.answered(sent.case, at=now() - timedelta(days=8))
    on = calendar_for(make.town().editions["calendar"]).working_day_after(day_of(now()), 1)
    at = make.MONDAY.replace(year=on.year, month=on.month, day=on.day)
    monkeypatch.setattr(acting.clock, "now", lambda: at)
    prepare_calls(at)
    call = CallBack.objects.get()

    clerk = somebody(DESK, language).sign_in(Post.objects.get(office_id=call.desk_id, role="clerk").code)
    clerk.open("/desk/call-backs/").press(str(call.case_id))
    assert PHONE_NUMBER not in clerk.text()
    clerk.press("Show the number and call")
    assert PHONE_NUMBER in clerk.text()
    clerk.fill(solved="no", satisfied="middling", visits="1", words="还是不亮。").press("Read back, and send")
    assert clerk.page.locator(".y-notice--done").count()

    resident = somebody(PHONE, language).open("/follow/").fill(receipt=sent.code).press("See my case")
    assert resident.reads("Told by telephone, and written down by the service desk.")
    assert make.fresh(sent.case).state == "closed"
