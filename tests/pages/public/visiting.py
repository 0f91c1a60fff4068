"""What the tests of a resident's pages share: a browser, a filled form, a case that is open in the browser."""

import re
from typing import Any

from django.test import Client

from tests import make
from yimen.cases.models import Case
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce, shown

RECEIPT = re.compile(r'class="y-receipt".*?</strong>', re.DOTALL)


def browser(language: str = "en") -> Client:
    """A browser without a cookie."""
    return Client(headers={"Accept-Language": language})


def filled(**fields: str) -> dict[str, Any]:
    """The form "Tell us" as a browser sends it."""
    usual = {
        "nonce": new_nonce(), "words": "The street lamp at the bridge is dark.", "kind": "fault", "category": make.LAMP,
        "place": "KS01", "place_words": "", "point": "", "about_office": "", "tell": "here", "email": "", "phone": "",
        "contact_name": "", "language": "en",
    }  # fmt: skip
    return usual | fields


def text(response: Any) -> str:  # noqa: ANN401 – the test client's own type
    """The page as it was sent."""
    return str(response.content.decode())


def code_on(response: Any) -> str:  # noqa: ANN401
    """The receipt that the page shows; empty if it shows none."""
    found = RECEIPT.search(text(response))
    return re.sub(r"<[^>]*>|class=\"y-receipt\"[^>]*>", "", found[0]).strip() if found else ""


def opened(state: str = "case", language: str = "en", **fields: Any) -> tuple[Client, Case]:  # noqa: ANN401
    """A case of today in this state, open in a browser by its receipt."""
    nonce = new_nonce()
    case: Case = getattr(make, state)(at=clock.now(), nonce=nonce, **{"language": language} | fields)
    client = browser(language)
    said = client.post("/follow/", {"receipt": shown(make.receipt(nonce=nonce, **fields).code)})
    assert said.status_code == 302, text(said)
    return client, case
