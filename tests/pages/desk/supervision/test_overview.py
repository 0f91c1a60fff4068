"""The overview: numbers of offices, each with the cases behind it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.test_worklist import numbers
from yimen.cases.models import Case, Recusal
from yimen.journal.reacting import react
from yimen.kernel.clock import now
from yimen.people.rules import Acting
from yimen.reactions import REACTIONS
from yimen.stats.counting import count_now
from yimen.stats.rules import Now
from yimen.supervision.reacting import climb

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
DAY = timedelta(days=1)


def counted() -> None:
    """The worker has done its work."""
    while react(REACTIONS, now()):
        pass
    climb(make.MONDAY.replace(hour=6) + 28 * DAY)
    count_now(now())


def tile(page: str, what: str) -> int:
    """The number of one tile."""
    before = page[page.index(f'/{what}/"') :]
    return int(before.split("<strong>", 1)[1].split("<", 1)[0])


def listed(who: Acting, office: int, what: Now) -> list[int]:
    return numbers(text(browser(who).get(f"/desk/overview/{office}/{what}/")))


def test_each_number_leads_to_the_cases_behind_it() -> None:
    late = [make.accepted_case().pk for _ in range(2)]
    fresh, unsorted = make.case(at=now()).pk, make.open_case(at=now()).pk
    counted()
    town = make.supervisor()
    page = text(browser(town).get("/desk/overview/"))
    expected = {
        Now.OPEN: {*late, fresh, unsorted}, Now.LATE: set(late), Now.STUCK: set(late), Now.UNROUTED: {unsorted},
        Now.URGED: set(late), Now.INSPECTED: set(late),
    }  # fmt: skip
    for what, cases in expected.items():
        assert tile(page, what) == len(cases), what
        assert set(listed(town, town.office_id, what)) == cases, what


def test_a_handler_sees_their_own_office_and_no_other() -> None:
    make.accepted_case()
    counted()
    urban, housing = make.handler(), make.handler("housing")
    assert tile(text(browser(urban).get("/desk/overview/")), "open") == 1
    assert tile(text(browser(housing).get("/desk/overview/")), "open") == 0
    for address in (f"/desk/overview/{urban.office_id}/", f"/desk/overview/{urban.office_id}/open/"):
        assert browser(housing).get(address).status_code == 404
        assert browser(make.supervisor()).get(address).status_code == 200
        assert browser(make.administrator()).get(address).status_code == 404


def test_a_supervisor_reads_by_office_and_goes_down() -> None:
    make.accepted_case()
    counted()
    page = text(browser(make.supervisor()).get("/desk/overview/"))
    assert "By office" in page
    assert f'href="/desk/overview/{make.handler().office_id}/"' in page
    assert "Counted on" in page


def test_an_office_never_finds_a_case_about_itself_behind_a_number() -> None:
    case = make.case(accused_office="KS-urban")
    counted()
    above = make.supervisor()
    assert listed(above, above.office_id, Now.LATE) == [case.pk]
    urban = make.supervisor("urban")
    assert tile(text(browser(urban).get("/desk/overview/")), "open") == 0


def test_a_number_says_that_what_one_must_keep_out_of_is_counted_and_not_shown() -> None:
    case, by = make.accepted_case(), make.supervisor()
    Recusal.objects.create(case=case, staff_id=by.staff_id, state="stands", at=make.MONDAY, by=by.ref, why="related")
    Case.objects.filter(pk=case.pk).update(has_recusals=True)
    counted()
    page = text(browser(by).get(f"/desk/overview/{by.office_id}/late/"))
    assert (numbers(page), "are counted and not shown" in page) == ([], True)


def test_charts_have_their_sentence_and_their_table() -> None:
    for _ in range(3):
        make.case(at=now())
    counted()
    page = text(browser(make.handler()).get("/desk/overview/"))
    assert "3 in the last 12 weeks" in page
    assert "The same as a table" in page
    assert "style=" not in page[page.index("<main") :]


def test_vacant_posts_are_named_by_office_and_role_alone() -> None:
    counted()
    page = text(browser(make.supervisor()).get(f"/desk/overview/{make.supervisor().office_id}/vacant/"))
    assert "Invented" not in page[page.index("<main") :]


def test_before_the_first_count_it_says_so() -> None:
    assert "Nothing has been counted yet" in text(browser(make.supervisor()).get("/desk/overview/"))


@pytest.mark.parametrize(
    "address", ["/desk/overview/999999/", "/desk/overview/1/salary/", "/desk/overview/999999/late/"]
)
def test_what_does_not_exist_is_not_there(address: str) -> None:
    assert browser(make.supervisor()).get(address).status_code == 404


def test_it_costs_the_same_however_many_cases_there_are(sql: Sql) -> None:
    def statements() -> int:
        client = browser(make.supervisor())
        client.get("/desk/overview/")
        with sql(at_most=9) as found:
            client.get("/desk/overview/")
        return len(found)

    counted()
    first = statements()
    for _ in range(25):
        make.accepted_case()
    counted()
    assert statements() == first
