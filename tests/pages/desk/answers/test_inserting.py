"""A handler puts a template, or an entry, into an answer: in the language of the case, and nothing typed is lost."""

import pytest

from tests import make
from tests.pages.desk.browsing import opened, text
from tests.verbs.knowledge.texts import CHINESE, ENGLISH, published
from yimen.cases.models import Opinion
from yimen.knowledge.rules import Use

pytestmark = pytest.mark.django_db


def test_a_template_is_filled_and_stands_below_what_was_typed() -> None:
    one, case = published(words=ENGLISH | CHINESE), make.accepted_case()
    client = opened(make.handler(), case.pk)
    form = {"version": case.version, "outcome": "done", "opinion": "Typed first.", "insert": "1", "piece": f"t{one.pk}"}
    page = text(client.post(f"/desk/cases/{case.pk}/answer/", form))
    assert "Typed first." in page
    assert "Urban office将在" in page  # the case is in Chinese
    assert "{due}" not in page
    assert 'value="done"' in page
    assert "checked" in page
    assert "This field is required" not in page
    assert not Opinion.objects.exists()


def test_a_missing_language_is_said() -> None:
    one, case = published(words=ENGLISH), make.accepted_case(language="bo")
    form = {"version": case.version, "insert": "1", "piece": f"t{one.pk}"}
    page = text(opened(make.handler(), case.pk).post(f"/desk/cases/{case.pk}/answer/", form))
    assert "There is no such text in བོད་ཡིག yet, so it stands here in English." in page


@pytest.mark.parametrize("code", ["", "t", "t0", "e99", "x1", "t9999999999999999999999"])
def test_a_text_that_is_not_there_is_said(code: str) -> None:
    case = make.accepted_case()
    form = {"version": case.version, "opinion": "Kept.", "insert": "1", "piece": code}
    page = text(opened(make.handler(), case.pk).post(f"/desk/cases/{case.pk}/answer/", form))
    assert "Please choose a text first." in page
    assert "Kept." in page


def test_an_entry_is_offered_beside_its_case_and_quoted_with_its_address() -> None:
    entry, case = published(Use.ENTRY), make.accepted_case()
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert f"/desk/cases/{case.pk}/answer/?quote={entry.pk}" in page
    quoted = text(client.get(f"/desk/cases/{case.pk}/answer/?quote={entry.pk}"))
    assert "Urban management does." in quoted
    assert f"http://testserver/answers/{entry.pk}/" in quoted


def test_each_kind_of_words_has_its_own_templates() -> None:
    published(Use.QUESTION, {"en": {"title": "Which pole?", "body": "The number?"}})
    published(Use.REASON, {"en": {"title": "Not our street", "body": "A village road."}})
    case = make.accepted_case()
    client = opened(make.handler(), case.pk)
    asking, handing = (text(client.get(f"/desk/cases/{case.pk}/{page}/")) for page in ("question", "hand-over"))
    assert "Which pole?" in asking
    assert "Not our street" not in asking
    assert "Not our street" in handing


def test_an_answer_that_was_put_together_is_sent_as_any_other() -> None:
    published()
    case = make.accepted_case()
    form = {"version": case.version, "outcome": "done", "opinion": "By Monday.", "piece": ""}
    assert opened(make.handler(), case.pk).post(f"/desk/cases/{case.pk}/answer/", form).status_code == 302
    assert Opinion.objects.get().opinion == "By Monday."
