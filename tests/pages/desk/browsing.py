"""What the tests of desk pages share: a browser that is signed in, and a case whose purpose has been said."""

from typing import Any

from django.test import Client

from tests import make
from yimen.people.rules import Acting
from yimen.privacy.rules import purposes_of


def browser(acting: Acting) -> Client:
    """A browser, signed in and reading English."""
    return make.signed_in(Client(headers={"Accept-Language": "en"}), acting)


def opened(acting: Acting, pk: int) -> Client:
    """The same, after it has said why it opens this case."""
    client = browser(acting)
    said = client.post(f"/desk/cases/{pk}/", {"purpose": next(iter(purposes_of(acting.role)))})
    assert said.status_code == 302, said.content.decode()
    return client


def text(response: Any) -> str:  # noqa: ANN401 – the test client's own type
    """The page as it was sent."""
    return str(response.content.decode())
