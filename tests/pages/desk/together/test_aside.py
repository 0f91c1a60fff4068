"""The pages on which somebody stands aside, or is kept aside by their supervisor."""

from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from tests.verbs.cases import facts
from yimen.cases.models import Recusal
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import Judgement, order_recusal, rate_case, stand_aside, wish_recusal
from yimen.kernel.clock import now
from yimen.supervision.models import Standing, Unhappy
from yimen.supervision.queries import Urgent, unhappy_rows, urgent_rows

pytestmark = pytest.mark.django_db
WHY = "It is my brother's lamp."


def test_one_stands_aside_and_the_case_is_gone() -> None:
    case = make.fresh(make.accepted_case(at=now(), files=(make.file(),)))
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    file = page[page.index(f"/desk/cases/{case.pk}/files/") :].split('"', 1)[0]
    done = client.post(f"/desk/cases/{case.pk}/aside/", {"version": case.version, "text": WHY})
    assert done["Location"] == "/desk/"
    assert "You stand aside. The case is with your colleagues." in text(client.get("/desk/"))
    assert f"/desk/cases/{case.pk}/" not in text(client.get("/desk/?list=all"))
    for address in (f"/desk/cases/{case.pk}/", f"/desk/cases/{case.pk}/answer/", file):
        assert client.get(address).status_code == 404


def test_a_stale_page_is_refused_and_keeps_what_was_typed() -> None:
    case = make.fresh(make.accepted_case(at=now()))
    wish_recusal(by=make.resident(case), case=make.fresh(case), why="He owns the shop.", at=now())
    client, boss = opened(make.handler(), case.pk), opened(make.supervisor("urban"), case.pk)
    staff = make.handler().staff_id
    for who, page in ((client, "aside"), (boss, "recusal"), (boss, "recusal-wish")):
        said = text(who.post(f"/desk/cases/{case.pk}/{page}/", {"version": 99, "text": "Kept", "whom": staff}))
        assert "Somebody has just changed this" in said
        assert "Kept</textarea>" in said
    assert not Recusal.objects.filter(state="stands").exists()


def test_the_supervisor_reads_why_and_that_nobody_is_left_and_hands_it_over() -> None:
    case = make.accepted_case(at=now())
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=now())
    boss = opened(make.supervisor("urban"), case.pk)
    page = text(boss.get(f"/desk/cases/{case.pk}/")).replace("&#x27;", "'")
    assert WHY in page
    assert "Invented urban-handler" in page
    assert "Nobody is left in this office who may handle the case" in page
    assert "Please hand it over to Town office office." in page
    typed = {"version": make.fresh(case).version, "office": "KS-town-office", "text": "Nobody left."}
    boss.post(f"/desk/cases/{case.pk}/hand-over/", typed)
    assert make.fresh(case).office.code == "KS-town-office"


def test_colleagues_read_that_somebody_stands_aside_and_not_who_or_why() -> None:
    case = make.accepted_case(at=now())
    order_recusal(by=make.supervisor(), case=make.fresh(case), staff_id=make.handler().staff_id, why=WHY, at=now())
    boss = text(opened(make.supervisor("urban"), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "The supervisor had somebody stand aside" in boss
    other = make.handed_case(at=now())
    stand_aside(by=make.supervisor("housing"), case=make.fresh(other), why=WHY, at=now())
    page = text(opened(make.handler("housing"), other.pk).get(f"/desk/cases/{other.pk}/"))
    assert "Somebody stands aside" in page
    assert "brother" not in page
    assert "Invented housing-supervisor" not in page


def test_the_supervisor_decides_what_the_resident_asked() -> None:
    case = make.fresh(make.accepted_case(at=now(), language="en"))
    client = opened(make.handler(), case.pk)
    wish_recusal(by=make.resident(case), case=make.fresh(case), why="He owns the shop.", at=now())
    assert "He owns the shop." not in text(client.get(f"/desk/cases/{case.pk}/"))
    boss = opened(make.supervisor("urban"), case.pk)
    assert "He owns the shop." in text(boss.get(f"/desk/cases/{case.pk}/"))
    form = text(boss.get(f"/desk/cases/{case.pk}/recusal-wish/"))
    assert ">Nobody</option>" in form
    assert "Invented urban-handler · Handler" in form
    typed = {"version": make.fresh(case).version, "whom": "", "text": "He owns no shop."}
    assert "You have decided." in text(boss.post(f"/desk/cases/{case.pk}/recusal-wish/", typed, follow=True))
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 200
    wish_recusal(by=make.resident(case), case=make.fresh(case), why="His wife does.", at=now())
    typed = {"version": make.fresh(case).version, "whom": make.handler().staff_id, "text": "A colleague does it."}
    boss.post(f"/desk/cases/{case.pk}/recusal-wish/", typed)
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 404


def test_the_ladders_lists_and_the_unhappy_ones_hide_it_too() -> None:
    for _ in range(3):
        make.case()  # so that a row of the ladder has another number than its case
    case, boss = make.answered_case(), make.supervisor("urban")
    rating = Judgement(Solved.NO, Satisfied.NO, visits=0)
    rate_case(by=make.resident(case), case=make.fresh(case), rating=rating, at=make.LATER)
    Unhappy.objects.create(case=case, office_id=case.office_id, rated_on=make.LATER.date())
    late = make.accepted_case()
    assert late.due_on
    Standing.objects.create(
        case=late, term_id=facts.terms(late)["handle"].pk, due_on=late.due_on, rung="late", number=1, reach=9,
        since_on=make.LATER.date(), office_id=late.office_id, suppress_below=10,
    )  # fmt: skip
    found = [unhappy_rows(boss, make.town()), urgent_rows(boss, Urgent.TOLD, make.town())]
    assert [rows.count() for rows in found] == [1, 1]
    for each in (case, late):
        stand_aside(by=boss, case=make.fresh(each), why=WHY, at=make.LATER + timedelta(hours=1))
    assert [rows.count() for rows in found] == [0, 0]


def test_only_supervisors_are_offered_to_keep_others_aside() -> None:
    case = make.accepted_case(at=now())
    said = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/recusal/"))
    assert "Your post does not do this." in said
    assert "<textarea" not in said
    assert browser(make.area_lead()).get(f"/desk/cases/{case.pk}/aside/").status_code == 404
