"""A text is taken out of use; its versions stay."""

import pytest

from tests import make
from tests.verbs.knowledge.texts import published
from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.knowledge.models import Version
from yimen.knowledge.queries import entries, was_published
from yimen.knowledge.rules import Stage, Use
from yimen.knowledge.verbs import retire_text

pytestmark = pytest.mark.django_db


def test_it_is_read_by_nobody_any_more_and_its_versions_stay() -> None:
    text = published(Use.ENTRY)
    retire_text(by=make.supervisor("urban"), text=text, at=make.LATER)
    assert (text.stage, text.published) == (Stage.RETIRED, None)
    assert not entries(editions()["knowledge"])
    assert was_published(text.pk)
    assert Version.objects.count() == 1
    assert history(text.ref)[-1].code == "text.retired"


def test_a_handler_takes_no_entry_back() -> None:
    with pytest.raises(Refused, match="by a supervisor"):
        retire_text(by=make.handler(), text=published(Use.ENTRY), at=make.LATER)
