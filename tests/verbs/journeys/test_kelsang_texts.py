"""The invented town has texts to try: in use, in Chinese and English, about categories that exist."""

import pytest

from tests import make
from yimen.journeys.kelsang.texts import SAMPLES, invent_texts
from yimen.kernel.models import editions
from yimen.knowledge.models import Text
from yimen.knowledge.queries import entries, offered
from yimen.knowledge.rules import Use, missing_in

pytestmark = pytest.mark.django_db


def test_every_sample_is_in_use_and_is_written_once() -> None:
    town = make.town()
    assert {s.category for s in SAMPLES if s.category} <= set(town.catalogue.by_code)
    invent_texts(make.MONDAY)
    invent_texts(make.LATER)
    assert Text.objects.filter(stage="published").count() == len(SAMPLES) == Text.objects.count()
    assert len(offered(make.handler(), Use.ANSWER, make.LAMP)) == 2
    assert {tuple(missing_in(one.words)) for one in entries(editions()["knowledge"]).values()} == {("bo",)}
