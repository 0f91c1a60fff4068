"""A small town, and somebody in it who can sign in."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from yimen.people.models import Staff


@pytest.fixture(autouse=True)
def town(db: None) -> None:
    """A small town with two posts."""
    from tests.pages.desk.signing import make_small_town  # noqa: PLC0415 – only now is Django set up

    make_small_town()


@pytest.fixture
def staff(town: None) -> "Staff":
    """Dolma, who can sign in and holds no post yet."""
    from tests.pages.desk.signing import dolma  # noqa: PLC0415 – only now is Django set up

    return dolma()
