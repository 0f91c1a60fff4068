"""An office writes a text: a draft of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import make
from tests.verbs.knowledge.texts import ENGLISH, draft, written
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.knowledge.models import Text, Version
from yimen.knowledge.queries import offered, text_for
from yimen.knowledge.rules import Stage, Use
from yimen.knowledge.verbs import write_text

pytestmark = pytest.mark.django_db


def test_a_handler_writes_a_draft_that_nobody_is_offered_yet() -> None:
    text = written(by=make.handler())
    assert (text.stage, text.latest, text.published) == (Stage.DRAFT, 1, None)
    assert Version.objects.get().words == ENGLISH
    assert offered(make.handler(), Use.ANSWER, make.LAMP) == []
    (entry,) = history(text.ref)
    assert (entry.code, entry.facts) == ("text.written", {"use": "answer", "office": text.office_id})


def test_another_office_does_not_see_it_and_may_not_write_for_it() -> None:
    text = written()
    assert text_for(make.handler("housing"), text.pk) is None
    with pytest.raises(Refused, match="another office"):
        written(by=make.handler("housing"))


def test_a_supervisor_above_writes_for_an_office_below() -> None:
    assert written(by=make.supervisor()).office.code == "KS-urban"


@pytest.mark.parametrize("who", ["mediator", "area_lead"])
def test_other_posts_keep_no_texts(who: str) -> None:
    with pytest.raises(Refused, match="keeps no texts"):
        written(by=getattr(make, who)())


def test_wrong_fields_and_half_texts_are_refused_and_nothing_is_kept() -> None:
    office = make.town().offices.by_code["KS-urban"]
    for words in ({}, {"en": {"title": "T", "body": "Dear {name}"}}, {"bo": {"title": "", "body": "x"}}):
        with pytest.raises(Refused):
            write_text(by=make.OPERATOR, use=Use.ANSWER, office=office, draft=draft(words), at=make.MONDAY)
    assert not Text.objects.exists()


def test_nobody_leaves_a_text_alone_for_more_than_a_year() -> None:
    office = make.town().offices.by_code["KS-urban"]
    late = replace(draft(), review_on=make.MONDAY.date() + timedelta(days=367))
    with pytest.raises(Refused, match="within a year"):
        write_text(by=make.OPERATOR, use=Use.ANSWER, office=office, draft=late, at=make.MONDAY)
