"""More time: a handler asks, the head of the office decides, and the resident reads the reason."""

import pytest

from tests import make, make_petition
from tests.pages.desk.browsing import browser, opened, text
from tests.pages.public import visiting
from tests.verbs.cases import facts
from yimen.cases.verbs import ask_for_time
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db
WHY = "The land has to be measured."


def test_the_head_finds_it_takes_the_offices_words_and_the_resident_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "opened_petition", make_petition.accepted_petition, raising=False)
    resident, case = visiting.opened("opened_petition")
    handler = opened(make.holder(case), case.pk)
    typed = {"version": case.version, "text": WHY}
    page = text(handler.post(f"/desk/cases/{case.pk}/more-time/", typed, follow=True))
    assert "More time is asked for. The head of the office decides." in page
    assert "More time was asked for already" in text(handler.get(f"/desk/cases/{case.pk}/more-time/"))

    boss = opened(make_petition.boss(case), case.pk)
    assert f"/desk/cases/{case.pk}/" in text(boss.get("/desk/?list=time"))
    form = text(boss.get(f"/desk/cases/{case.pk}/extension/"))
    assert f"{WHY}</textarea>" in form
    boss.post(f"/desk/cases/{case.pk}/extension/", {"version": make.fresh(case).version, "text": WHY})
    assert f"/desk/cases/{case.pk}/" not in text(boss.get("/desk/?list=time"))

    page = text(resident.get("/case/"))
    assert "The office asked its head for more time." in page
    assert "Notice that more time is needed" in page
    assert WHY in facts.letters(case)[-1].body


def test_it_is_refused_with_a_reason_and_nothing_typed_is_lost() -> None:
    case = make_petition.accepted_petition(at=now())
    ask_for_time(by=make.holder(case), case=case, reason=WHY, at=now())
    boss = opened(make_petition.boss(case), case.pk)
    stale = text(boss.post(f"/desk/cases/{case.pk}/no-more-time/", {"version": 1, "text": "Kept"}))
    assert "Kept</textarea>" in stale
    typed = {"version": make.fresh(case).version, "text": "It was measured in May."}
    page = text(boss.post(f"/desk/cases/{case.pk}/no-more-time/", typed, follow=True))
    assert "More time is refused. The date stays where it is." in page
    assert "It was measured in May." in page
    assert "Nobody has asked for more time." in text(boss.get(f"/desk/cases/{case.pk}/no-more-time/"))


def test_only_heads_have_the_list() -> None:
    page = text(browser(make.handler()).get("/desk/"))
    assert "list=time" not in page
    assert "list=time" in text(browser(make.supervisor("housing")).get("/desk/"))
