"""A clerk in the post room: a mail that waits for them, then a letter on paper, and its answer on paper."""

from collections.abc import Callable

import pytest

from tests import make_mail, make_scans
from tests.journeys.walking import DESK, Walker
from yimen.cases.models import Case

pytestmark = [pytest.mark.journey, pytest.mark.slow]


@pytest.mark.parametrize("language", ["zh-hans"])
def test_a_held_mail_then_a_letter_on_paper(somebody: Callable[..., Walker], language: str) -> None:
    """Opened and made a case; photographed pages put in order, written down beside the scan, printed for the post."""
    arrival = make_mail.held(make_mail.mail("桥头的路灯坏了。", subject="路灯", sender=""))
    clerk = somebody(DESK, language).sign_in("one-door-clerk")
    clerk.open(f"/desk/arrivals/{arrival.pk}/").press("Open it").press("Make it a case")
    assert Case.objects.get().words == "路灯\n\n桥头的路灯坏了。"

    photos = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": make_scans.page(n)} for n in (2, 1)]
    clerk.open("/desk/scans/").page.set_input_files("[name=files]", photos)  # type: ignore[arg-type]
    clerk.press("Bring in a letter").press("Later").press("Write it down")
    assert clerk.page.locator(".y-scan img").count() == 2
    clerk.fill(words="路灯还是不亮。").page.locator("details summary").first.click()
    clerk.fill(tell="post", postal="纳吾镇 桥头村 3号").press("Make it a case")
    assert clerk.page.locator(".y-receipt").count() == 1
    case = Case.objects.latest("id")
    assert (case.words, case.channel, case.tell) == ("路灯还是不亮。", "letter", "post")
    clerk.open("/desk/mail-room/").press("It is in the post")
    assert clerk.page.locator(".y-notice--done").count()
