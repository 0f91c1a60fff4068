"""Asking for a review, giving its opinion, and holding a hearing: the pages of both sides."""

from typing import Any

import pytest

from tests import make, make_petition
from tests.pages.desk.browsing import opened as at_desk
from tests.pages.desk.browsing import text
from tests.pages.public import visiting
from yimen.cases.models import Case, Opinion
from yimen.cases.verbs import begin_hearing
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db
TYPED = {
    "finding": "changed",
    "outcome": "support",
    "claims": "More money.",
    "facts": "The roof is part of the house.",
    "opinion": "The roof is paid.",
    "basis": "Art. 19",
}


@pytest.fixture
def resident(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """Opens a petition in this state in a browser."""

    def open_it(state: str) -> tuple[Any, Case]:
        monkeypatch.setattr(make, "opened_petition", getattr(make_petition, state), raising=False)
        return visiting.opened("opened_petition")

    return open_it


def test_the_page_says_until_when_and_of_whom_a_review_may_be_asked(resident: Any) -> None:  # noqa: ANN401
    client, case = resident("answered_petition")
    page = text(client.get("/case/"))
    assert "You may ask Township office office 1 to look at it again." in page
    assert "You may ask until" in page
    assert "/case/reopening/" not in page
    said = text(client.post("/case/review/", {"version": case.version, "text": make_petition.WHY}, follow=True))
    assert "The office above has your case now." in said
    assert "You asked for a review." in said
    assert make_petition.WHY in said
    assert "stands next above the office that answered" in said
    again = text(client.post("/case/review/", {"version": case.version, "text": "Kept"}))
    assert "Kept" in again


def test_whoever_answered_reads_that_a_review_was_asked_for_and_not_that_they_handed_it_on() -> None:
    before = make_petition.answered_petition()
    who = make.holder(before)
    case = make_petition.review_asked(before)
    page = text(at_desk(who, case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "The resident asked for a review. The case is now with Township office office 1" in page
    assert "handed this case on" not in page
    assert "You handled this case at an earlier stage." in page


def test_the_resident_reads_the_opinion_of_the_review_and_its_paper(resident: Any) -> None:  # noqa: ANN401
    client, case = resident("reviewed_case")
    make_petition.upheld(case, at=now())
    page = text(client.get("/case/"))
    assert "The answer was reviewed." in page
    assert "The answer before it stands" in page
    assert "Written opinion of a review" in page
    assert "Notice that a review was asked for" in page
    assert "If you do not agree with the review" in page
    number = page.split("/case/papers/")[-1].split("/")[0]
    assert client.get(f"/case/papers/{number}/en/")["Content-Type"] == "application/pdf"


def test_after_the_last_word_the_page_says_so_and_tells_the_other_doors(resident: Any) -> None:  # noqa: ANN401
    client, _ = resident("final_case")
    page = text(client.get("/case/"))
    assert "With something new you may come again, as a new case. Other doors:" in page
    assert "Public legal advice line 12348" in page
    for address in ("/case/reopening/", "/case/adding/", "/case/add/", "/case/review/"):
        assert f'href="{address}"' not in page
    refused = text(client.post("/case/review/", {"version": 1, "text": "Once more."}))
    assert "this opinion is final" in refused


def reviewing() -> tuple[Any, Case]:
    case = make_petition.reviewed_case(at=now())
    return at_desk(make_petition.reviewer(case), case.pk), case


def test_the_office_reads_why_and_gives_its_opinion() -> None:
    client, case = reviewing()
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert make_petition.WHY in page
    assert f"/desk/cases/{case.pk}/review/" in page
    form = text(client.get(f"/desk/cases/{case.pk}/review/"))
    assert 'value="sent_back"' in form
    assert "The lamp burns again." in form  # the answer that it looks at stands beside
    client.post(f"/desk/cases/{case.pk}/review/", TYPED | {"version": case.version})
    opinion = Opinion.objects.filter(case=case).latest("id")
    assert (opinion.finding, opinion.opinion) == ("changed", "The roof is paid.")


def test_or_sends_it_back_and_in_a_second_review_it_cannot() -> None:
    client, case = reviewing()
    client.post(f"/desk/cases/{case.pk}/review/", TYPED | {"finding": "sent_back", "version": case.version})
    assert make.fresh(case).stage == "first"
    last = make_petition.rereviewed_case(at=now())
    boss = at_desk(make.supervisor(), last.pk)
    assert 'value="sent_back"' not in text(boss.get(f"/desk/cases/{last.pk}/review/"))


def test_nothing_typed_is_lost_when_a_hearing_is_on_or_somebody_was_quicker() -> None:
    client, case = reviewing()

    def refused(version: int) -> str:
        page = text(client.post(f"/desk/cases/{case.pk}/review/", TYPED | {"version": version}))
        assert "The roof is paid.</textarea>" in page
        return page

    assert "Somebody has just changed this" in refused(1)
    begin_hearing(by=make_petition.reviewer(case), case=case, at=now())
    assert "A hearing is on" in text(client.get(f"/desk/cases/{case.pk}/question/"))
    assert "A hearing is on" in refused(make.fresh(case).version)


def test_a_hearing_is_begun_and_ended_with_its_record() -> None:
    client, case = reviewing()
    client.post(f"/desk/cases/{case.pk}/hearing/", {"version": case.version})
    typed = {"version": make.fresh(case).version, "text": "Both sides spoke."}
    page = text(client.post(f"/desk/cases/{case.pk}/hearing/end/", typed, follow=True))
    assert "The hearing has ended. The resident is told the date." in page
    assert "Both sides spoke." in page
    assert "There has been a hearing at this stage." in text(client.get(f"/desk/cases/{case.pk}/hearing/"))
    assert "No hearing is on." in text(client.get(f"/desk/cases/{case.pk}/hearing/end/"))


def test_a_case_that_is_not_reviewed_shows_none_of_this() -> None:
    case = make_petition.accepted_petition(at=now())
    page = text(at_desk(make.holder(case), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "Begin a hearing" not in page
    assert "Give the opinion of the review" not in page


def test_whoever_answered_before_reads_that_somebody_else_looks_at_it() -> None:
    case = make_petition.reviewed_case(at=now())
    before = at_desk(make.posted("village-committee-handler"), case.pk)
    page = text(before.get(f"/desk/cases/{case.pk}/"))
    assert "You handled this case at an earlier stage." in page
    assert make_petition.WHY not in page
    assert before.get(f"/desk/cases/{case.pk}/review/").status_code == 404


def test_the_head_who_reviews_alone_is_not_told_that_nobody_is_left() -> None:
    case = make_petition.rereviewed_case(at=now())
    page = text(at_desk(make.supervisor(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "Nobody is left" not in page
