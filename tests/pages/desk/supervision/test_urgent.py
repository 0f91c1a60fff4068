"""The lists of the ladder, and its marks elsewhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from tests.pages.desk.test_worklist import numbers
from tests.pages.public import visiting
from yimen.cases.models import Case
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, answer_case
from yimen.people.rules import Acting
from yimen.privacy.models import Look
from yimen.supervision.models import Standing
from yimen.supervision.queries import Urgent, urgent_rows
from yimen.supervision.reacting import climb

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]


def climbed(days: int) -> None:
    """So many days after MONDAY, early in the morning."""
    climb(make.MONDAY.replace(hour=6) + timedelta(days=days))


def listed(who: Acting, which: str) -> list[int]:
    return numbers(text(browser(who).get(f"/desk/ladder/{which}/")))


def test_a_case_reaches_one_list_after_the_other() -> None:
    case = make.accepted_case()
    office, own, above = make.handler(), make.supervisor("urban"), make.supervisor()
    reached = []
    for days in (2, 4, 7, 10):  # before half of the time; three quarters; the last day; three working days late
        climbed(days)
        reached.append([
            which
            for which, who in (("reminded", office), ("told", own), ("inspection", above))
            if listed(who, which) == [case.pk]
        ])  # fmt: skip
    assert reached == [[], ["reminded"], ["reminded", "told"], ["reminded", "told", "inspection"]]
    assert listed(above, "told") == []
    assert listed(make.handler("housing"), "reminded") == []


def test_what_was_answered_is_gone_from_list_and_count_before_the_worker_comes() -> None:
    case = make.accepted_case()
    by = make.handler()
    climbed(4)
    assert urgent_rows(by, Urgent.REMINDED, make.town()).count() == 1
    answer_case(by=by, case=make.fresh(case), answer=Answer(Outcome.DONE, "It burns."), at=make.LATER)
    assert Standing.objects.filter(case=case).exists()
    assert urgent_rows(by, Urgent.REMINDED, make.town()).count() == 0
    assert listed(by, "reminded") == []


def test_an_office_without_a_supervisor_is_told_to_the_nearest_one_above() -> None:
    make.accepted_case()
    climbed(7)
    village = next(o for o in make.town().offices.by_id.values() if o.place_level == "village")
    Standing.objects.update(office_id=village.id)
    Case.objects.update(office_id=village.id)
    assert len(listed(make.supervisor(), "told")) == 1
    assert listed(make.supervisor("urban"), "told") == []


def test_the_supervisors_lists_are_not_for_others() -> None:
    for who, which in ((make.handler(), "told"), (make.clerk(), "inspection"), (make.administrator(), "reminded")):
        assert browser(who).get(f"/desk/ladder/{which}/").status_code == 404
    assert browser(make.supervisor()).get("/desk/ladder/nothing/").status_code == 404


def test_an_accused_office_finds_nothing_of_it() -> None:
    case = make.case(accused_office="KS-urban")
    climbed(28)
    assert listed(make.supervisor("urban"), "told") == []
    assert [w for w in ("reminded", "told", "inspection") if listed(make.supervisor(), w) == [case.pk]]


def test_a_list_is_no_look_and_has_no_word_of_the_resident() -> None:
    make.accepted_case(contact_name="Dolma")
    climbed(10)
    page = text(browser(make.handler()).get("/desk/ladder/reminded/"))
    assert "Dolma" not in page
    assert "street lamp" not in page
    assert not Look.objects.exists()


def test_an_answered_case_is_gone_at_once() -> None:
    case = make.accepted_case()
    climbed(10)
    assert listed(make.handler(), "reminded") == [case.pk]
    answer_case(by=make.handler(), case=make.fresh(case), answer=Answer(Outcome.DONE, "It burns."), at=make.LATER)
    assert listed(make.handler(), "reminded") == []


def test_pages_are_turned_by_key_and_cost_the_same(sql: Sql) -> None:
    made = [make.accepted_case().pk for _ in range(45)]
    climbed(10)
    client = browser(make.supervisor())
    found, address = [], "/desk/ladder/inspection/"
    while address:
        client.get(address)
        with sql(at_most=8):
            page = client.get(address)
        found += numbers(text(page))
        address = page.context["next"]
    assert found == made


def test_a_row_of_any_list_says_the_rung_in_a_word() -> None:
    make.accepted_case()
    climbed(10)
    assert "Inspection list" in text(browser(make.handler()).get("/desk/"))


def test_the_case_says_why_the_date_is_near_and_what_comes_next() -> None:
    case = make.accepted_case()
    climbed(7)
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    said = "The supervisor of the office was told: The last working day. The last day is 9 March 2026."
    assert f"On 9 March 2026 – {said}" in page
    assert "unless the date is met: it is counted in public, as one number of the office" in page
    assert "On 12 March 2026" not in page  # that round is over
    assert "Urged to keep the date" in page
    assert "On rest days nothing of this happens." in page


def test_the_resident_reads_that_nothing_happens_on_rest_days() -> None:
    client, _ = visiting.opened("accepted_case")
    page = text(client.get("/case/"))
    assert "If the date is not kept" in page
    assert "On rest days nothing of this happens." in page


def test_a_case_that_waits_for_its_resident_says_that_the_ladder_waits() -> None:
    case = make.asked_case()
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "The ladder waits" in page
