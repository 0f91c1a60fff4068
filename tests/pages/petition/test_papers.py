"""Opinions and notices as papers: for the resident with the receipt, and for the office that has the case."""

import html
import io
import re
from typing import Any

import pypdf
import pytest

from tests import make, make_petition
from tests.pages.desk.browsing import opened as opened_at_desk
from tests.pages.public.visiting import opened, text
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.models import Case
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT, Outcome, Way
from yimen.cases.verbs import Answer, accept_case, answer_case, extend_case
from yimen.kernel import clock
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
WHOLE = Answer(
    Outcome.EXPLAIN, "补偿按标准执行。", claims="要求补偿。", facts="经查明，房屋在范围内。", basis="《条例》第十九条"
)


#: The court and why: an opinion is not for it, the official act behind it may be.
COURT = {
    "zh-hans": ("人民法院（诉讼）", "12368", "信访意见本身一般不属于法院的受案范围", "第四十六条"),
    "en": (
        "People's court (lawsuit)",
        "12368",
        "does not, as a rule, look at a petition opinion itself",
        "articles 45",
    ),
    "bo": ("གཏུག་བཤེར", "12368", "དོན་ཚན་45"),
}
NOT_CHECKED = {"zh-hans": "未经律师审核", "en": "no lawyer has checked", "bo": "ཁྲིམས་རྩོད་པས་ཞིབ་བཤེར་བྱས་མེད"}


def words(response: Any) -> str:  # noqa: ANN401 – the test client's own type
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages)


def answered() -> tuple[Any, Case]:
    """A petition with its written opinion, open in its resident's browser."""
    client, case = opened("petition", language="zh-hans")
    accept_case(by=make.holder(case), case=case, at=clock.now())
    answer_case(by=make.holder(case), case=make.fresh(case), answer=WHOLE, at=clock.now())
    return client, case


def test_a_written_opinion_has_all_its_parts() -> None:
    client, case = answered()
    found = words(client.get("/case/papers/3/zh-hans/"))
    for part in (
        "信访事项处理意见书",
        "要求补偿",
        "房屋在范围内",
        "按标准执行",
        "第十九条",
        "30日内",
        f"{case.pk}-3",
        "盖章",
    ):
        assert part in found.replace("\n", "").replace(" ", ""), part
    assert case.words not in found  # what was told stays in the case; the paper says what was found


def test_the_page_offers_each_paper_and_the_same_in_two_languages() -> None:
    client, _ = answered()
    page = text(client.get("/case/"))
    assert "/case/papers/2/zh-hans/" in page
    assert "/case/papers/3/zh-hans/" in page
    assert "/case/papers/3/bo-zh/" in page
    assert "/case/papers/1/" not in page
    assert "处理意见书" in words(client.get("/case/papers/3/bo-zh/"))


@pytest.mark.parametrize("path", ["1/en", "9/en", "3/fr", "3/zh-hans,en", "3/xx"])
def test_what_is_not_there_is_not_there(path: str) -> None:
    client, _ = answered()
    assert client.get(f"/case/papers/{path}/").status_code == 404


def test_a_paper_shows_neither_receipt_nor_contacts_and_no_cache_keeps_it() -> None:
    client, case = opened("petition", language="zh-hans", contact_name="Invented", phone="13800000000", tell=Way.SMS)
    accept_case(by=make.holder(case), case=case, at=clock.now())
    response = client.get("/case/papers/2/zh-hans/")
    assert "Invented" not in words(response)
    assert "13800000000" not in words(response)
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"] == f'attachment; filename="{case.pk}-2.pdf"'


def test_a_notice_says_what_was_promised_then_whatever_has_changed_since() -> None:
    client, case = opened("petition", language="zh-hans")
    accept_case(by=make.holder(case), case=case, at=clock.now())
    before = client.get("/case/papers/2/zh-hans/").content
    boss = make.supervisor(make.fresh(case).office.code.removeprefix("KS-"))
    extend_case(by=boss, case=make.fresh(case), reason="需要测绘。", at=clock.now())
    assert client.get("/case/papers/2/zh-hans/").content == before
    assert "需要测绘" in words(client.get("/case/papers/3/zh-hans/"))


def test_the_office_fetches_the_same_paper_and_that_is_a_look() -> None:
    resident, case = answered()
    client = opened_at_desk(make.holder(case), case.pk)
    found = client.get(f"/desk/cases/{case.pk}/papers/3/zh-hans/")
    assert found.content == resident.get("/case/papers/3/zh-hans/").content
    assert len(looks_of(case.ref)) == 1
    assert f"/desk/cases/{case.pk}/papers/3/zh-hans/" in text(client.get(f"/desk/cases/{case.pk}/"))


def test_when_the_words_are_gone_there_is_no_paper() -> None:
    client, case = answered()
    ended = make.fresh(case).ended_at
    assert ended
    fade_contacts(ended + CONTACTS_KEPT)
    fade_words(ended + max(WORDS_KEPT.values()) + CONTACTS_KEPT)
    assert client.get("/case/papers/3/zh-hans/").status_code == 404
    assert "/case/papers/" not in text(client.get("/case/"))


def test_an_answer_of_the_hotline_is_a_paper_too() -> None:
    client, _ = opened("answered_case", language="en")
    assert "The lamp burns again" in words(client.get("/case/papers/3/en/"))


@pytest.mark.parametrize("state", ["answered_petition", "final_case"])
@pytest.mark.parametrize("language", list(COURT))
def test_an_opinion_and_the_last_word_tell_of_the_court_and_why(
    monkeypatch: pytest.MonkeyPatch, language: str, state: str
) -> None:
    monkeypatch.setattr(make, "petition_told", getattr(make_petition, state), raising=False)
    client, _ = opened("petition_told", language=language)
    page = text(client.get("/case/"))
    number = re.findall(r"/case/papers/(\d+)/", page)[-1]
    paper = words(client.get(f"/case/papers/{number}/{language}/"))
    for part in COURT[language]:
        assert part in html.unescape(page)
        assert bare(part) in bare(paper), part
    assert NOT_CHECKED[language] in page


def bare(words: str) -> str:
    """Letters and digits alone: what is read out of a PDF has its lines broken, and Tibetan signs twice."""
    kept = [sign for sign in words if sign.isalnum()]
    return "".join(sign for sign, before in zip(kept, ["", *kept], strict=False) if sign != before)
