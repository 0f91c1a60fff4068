"""A few templates, taken by the real verb, and letters made from them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from yimen.notifications import letters
from yimen.notifications.verbs import take_templates
from yimen.notifications.verbs.take_templates import OfferedTemplate
from yimen.people.rules import Operator

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
WORDS = [
    OfferedTemplate("case-answered", "en", "$office has answered", "$office says:\n$opinion\nIt costs $$5."),
    OfferedTemplate("case-answered", "zh-hans", "$office已答复", "$office：\n$opinion"),
    OfferedTemplate("case-answered", "bo", "$office་ནས་ལན་བཏབ།", "$opinion"),
    OfferedTemplate("only-chinese", "zh-hans", "只有中文", "内容"),
]


@pytest.fixture
def words(request: pytest.FixtureRequest) -> Iterator[None]:
    request.getfixturevalue("transactional_db" if request.node.get_closest_marker("django_db") else "db")
    letters.texts.cache_clear()  # what another test kept in memory under the same number
    take_templates(by=Operator(), pack="test", templates=WORDS, at=MONDAY)
    yield
    letters.texts.cache_clear()
