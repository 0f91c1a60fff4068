"""The small town, for whoever asks for it. (Imports stand inside: this file is read before Django is set up.)"""

from collections.abc import Iterator

import pytest


@pytest.fixture
def town(db: None) -> Iterator[None]:
    """Its places and offices; what was kept in memory of them is forgotten with the test."""
    from tests.verbs.people.small_town import make_town  # noqa: PLC0415 – see above
    from yimen.people.queries import directory  # noqa: PLC0415 – see above
    from yimen.places.queries import gazetteer  # noqa: PLC0415 – see above

    for kept in (directory, gazetteer):
        kept.cache_clear()
    make_town()
    yield
    for kept in (directory, gazetteer):
        kept.cache_clear()
