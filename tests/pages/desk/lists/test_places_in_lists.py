"""The place in a list from which its next page goes on: whatever stands in the address, the list is shown."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests import make
from tests.pages.desk.browsing import browser

pytestmark = pytest.mark.django_db
HUGE = "9" * 30
KEYS = (HUGE, f"2026-10-08.-{HUGE}", f"9999-12-31.{HUGE}", f"99991231T235959999999.{HUGE}", "2026-13-45.1\x00")
OVERVIEW = "/desk/overview/{office}/"
LISTS = (
    "/desk/?list=due", "/desk/?list=all", "/desk/?list=due&before=", "/desk/?list=all&before=",
    "/desk/search/?words=lamp", "/desk/ladder/reminded/", "/desk/ladder/told/", f"{OVERVIEW}late/", f"{OVERVIEW}stuck/",
    f"{OVERVIEW}urged/", f"{OVERVIEW}unrouted/", "/desk/unhappy/", "/desk/asked/", "/desk/answers/", "/desk/exports/",
    "/desk/mail-room/", "/desk/arrivals/",
)  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_a_key_that_makes_no_sense_ends_in_no_error(address: str) -> None:
    make.case()
    seen = 0
    for who in (make.supervisor(), make.handler(), make.clerk()):
        client, path = browser(who), address.format(office=who.office_id)
        for key in KEYS:
            status = client.get(*_asked(path, key)).status_code
            assert status < 500, (path, key)
            seen += status == 200
    assert seen


def _asked(path: str, key: str) -> tuple[str, dict[str, str]]:
    """The address with this key as the place to go on from, or back from."""
    address = urlsplit(path)
    asked = dict(parse_qsl(address.query, keep_blank_values=True))
    return address.path, asked | {"before" if "before" in asked else "after": key}
