"""At the counter: several come together, and each gets a slip."""

import re

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.visits.test_taking_in import filled
from yimen.cases.models import Case
from yimen.cases.queries import invitation_of

pytestmark = pytest.mark.django_db


def test_each_who_stands_with_them_gets_an_invitation_in_the_residents_language() -> None:
    client, form = browser(make.clerk()), filled(others="2", language="zh-hans")
    assert "还有几个人和您一起反映？" in text(client.post("/desk/take-in/", form | {"read": "1"}))
    page = text(client.post("/desk/take-in/", form | {"right": "1"}))
    found = re.findall(r'class="y-receipt".*?</strong>', page, re.DOTALL)
    _, one, two = (re.sub(r"<[^>]*>|class=[^>]*>|\s", "", each) for each in found)
    for code in (one, two):
        assert invitation_of(code, address="", at=make.MONDAY).case_id == Case.objects.get().pk
    assert "邀请2" in page
