"""Setting up what a centre's counters serve."""

import pytest

from tests import make, make_visits
from tests.pages.desk.browsing import browser, text
from yimen.visits.queries import counters_of, errands_of
from yimen.visits.rules import Errand

pytestmark = pytest.mark.django_db
ERRAND = {"letter": "b", "en": "Pensions", "minutes": "20", "at_once": "2", "at_counters": "2, 3"}


def address() -> str:
    return f"/desk/town/offices/{make_visits.centre_id()}/counters/"


def test_an_administrator_sets_up_an_errand_and_a_counter_and_closes_the_errand() -> None:
    client = browser(make.administrator())
    assert "Pensions" in text(client.post(address(), ERRAND, follow=True))
    assert errands_of(make_visits.centre_id(), make.town()) == [Errand("B", {"en": "Pensions"}, 20, (2, 3), 2)]
    client.post(address(), {"number": "4", "en": "Letters"})
    assert [one.number for one in counters_of(make_visits.centre_id(), make.town())] == [1, 2, 3, 4]
    client.post(address(), {"close": "B"})
    assert "Pensions" not in text(client.get(address()))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"letter": "I"}, "one capital letter"),
        ({"en": ""}, "at least one language"),
        ({"at_counters": "9"}, "no counter 9"),
        ({"minutes": "1"}, "greater than or equal to 5"),
    ],
)
def test_a_no_is_said_and_nothing_typed_is_lost(wrong: dict[str, str], why: str) -> None:
    page = text(browser(make.administrator()).post(address(), ERRAND | wrong))
    assert why in page
    assert 'value="20"' in page or wrong.get("minutes")


def test_only_a_centre_has_this_page_and_only_for_administrators() -> None:
    department = make.town().offices.by_code["KS-urban"].id
    assert browser(make.administrator()).get(f"/desk/town/offices/{department}/counters/").status_code == 404
    assert browser(make.clerk()).get(address()).status_code == 403
