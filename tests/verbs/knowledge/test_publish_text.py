"""A text comes into use: a template for the office and those below, an entry for everybody."""

import pytest

from tests import make
from tests.verbs.knowledge.texts import published, written
from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.knowledge.queries import entries, offered
from yimen.knowledge.rules import Stage, Use
from yimen.knowledge.verbs import publish_text

pytestmark = pytest.mark.django_db


def entry_ids() -> list[int]:
    return list(entries(editions().get("knowledge", 0)))


def test_a_template_is_offered_to_its_office_and_those_below() -> None:
    text = published(office="KS-town-office")
    below = [make.handler(), make.handler("housing"), make.handler("township-office-1")]
    assert [[one.id for one in offered(who, Use.ANSWER, make.LAMP)] for who in below] == [[text.pk]] * 3
    assert offered(make.handler(), Use.QUESTION, make.LAMP) == []
    assert offered(make.handler(), Use.ANSWER, "urban.dogs") == []


def test_a_template_of_another_office_is_not_offered() -> None:
    published(office="KS-housing")
    assert offered(make.handler(), Use.ANSWER, make.LAMP) == []


def test_a_handler_publishes_templates_and_a_supervisor_entries() -> None:
    publish_text(by=make.handler(), text=written(), at=make.LATER)
    entry = written(Use.ENTRY)
    with pytest.raises(Refused, match="by a supervisor"):
        publish_text(by=make.handler(), text=entry, at=make.LATER)
    assert entry_ids() == []
    publish_text(by=make.supervisor("urban"), text=entry, at=make.LATER)
    assert entry_ids() == [entry.pk]
    assert entry.stage == Stage.PUBLISHED
    assert history(entry.ref)[-1].code == "text.published"
