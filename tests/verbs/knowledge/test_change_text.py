"""A change is a new version; what is in use stays in use."""

import pytest

from tests import make
from tests.verbs.knowledge.texts import CHINESE, ENGLISH, draft, published, written
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.knowledge.models import Text, Version
from yimen.knowledge.queries import offered
from yimen.knowledge.rules import Use
from yimen.knowledge.verbs import change_text, retire_text

pytestmark = pytest.mark.django_db


def test_the_old_version_stays_in_use_until_the_new_one_is_published() -> None:
    text = published()
    change_text(by=make.handler(), text=text, draft=draft(CHINESE), at=make.LATER)
    assert (text.latest, text.published) == (2, 1)
    assert [one.words for one in offered(make.handler(), Use.ANSWER, make.LAMP)] == [ENGLISH]
    assert [v.number for v in Version.objects.order_by("number")] == [1, 2]
    assert history(text.ref)[-1].facts == {"version": 2}


def test_of_two_hands_one_wins() -> None:
    text = written()
    other = Text.objects.select_related("office").get(pk=text.pk)
    change_text(by=make.handler(), text=text, draft=draft(), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        change_text(by=make.supervisor("urban"), text=other, draft=draft(), at=make.LATER)
    assert Version.objects.count() == 2


def test_a_retired_one_comes_not_back() -> None:
    text = published()
    retire_text(by=make.handler(), text=text, at=make.LATER)
    with pytest.raises(Refused, match="retired"):
        change_text(by=make.handler(), text=text, draft=draft(), at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        change_text(by=make.handler("housing"), text=published(), draft=draft(), at=make.LATER)
