"""What a resident reads of colleagues who work on the case: whom the office asked, and by when; not their words."""

import pytest

from tests import make
from tests.make_colleagues import ADVICE, PART, again, post_id
from tests.pages.public.visiting import opened, text
from yimen.cases.verbs import answer_enquiry, ask_adviser, ask_office
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db


def test_that_another_office_was_asked_which_one_and_by_when() -> None:
    client, case = opened("accepted_case")
    made = ask_office(by=make.handler(), case=case, office="KS-housing", question=PART, at=now())
    page = text(client.get("/case/"))
    assert "The office asked another office for its part." in page
    assert "Housing office" in page
    assert str(made.due_on.year) in page[page.index("Housing office") :]
    assert "What they say goes into the office’s answer." in page
    assert PART not in page
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text="Between offices.", at=now())
    page = text(client.get("/case/"))
    assert "Whoever was asked has answered the office." in page
    assert "Between offices." not in page


def test_that_advice_was_asked_of_which_role() -> None:
    client, case = opened("accepted_case")
    post = post_id("village-committee-area_lead")
    ask_adviser(by=make.handler(), case=case, post_id=post, question=ADVICE, at=now())
    page = text(client.get("/case/"))
    assert "The office asked for advice." in page
    assert "Area lead · Village committee office" in page
    assert ADVICE not in page
