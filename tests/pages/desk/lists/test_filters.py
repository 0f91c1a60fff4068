"""What a list is narrowed by: days that nobody can mean, and the areas of a town with hundreds of places."""

import pytest

from tests import make
from tests.make_colleagues import colleague
from tests.pages.desk.browsing import browser, text
from yimen.desk import filters
from yimen.desk.days import DayField
from yimen.kernel.clock import read_day

pytestmark = pytest.mark.django_db
FAR = "Please choose a day between 1900 and 2199."
VILLAGE_FIRST = "Once a village is chosen, its areas are offered too."


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01"])
@pytest.mark.parametrize("field", ["received_from", "received_to", "due_until"])
def test_a_day_that_nobody_can_mean_is_told_and_narrows_nothing(day: str, field: str) -> None:
    case = make.case()
    client = browser(make.handler())
    page = text(client.get(f"/desk/?list=due&{field}={day}"))
    assert FAR in page
    assert f'href="/desk/cases/{case.pk}/"' in page
    assert client.get(f"/desk/news/?list=due&{field}={day}").status_code == 200
    if field != "due_until":
        query = f"received_from=2026-01-01&words=lamp&{field}={day}"
        assert FAR in text(client.get(f"/desk/search/?{query}"))


def test_a_list_that_was_kept_with_such_a_day_locks_nobody_out() -> None:
    make.case()
    client = browser(make.handler())
    kept = {"keep": "list=due&received_to=9999-12-31", "called": "For ever"}
    assert client.post("/desk/views/", kept).status_code == 302
    for address in ("/desk/", "/desk/views/", "/desk/search/"):
        assert "For ever" in text(client.get(address))


def test_so_have_leave_and_appointments() -> None:
    holder, pema = make.handler(), colleague()
    leave = {"from_on": "2026-12-01", "last_on": "9999-12-31", "stand_in": f"{pema.staff_id}"}
    page = text(browser(holder).post(f"/desk/leave/{holder.post_id}/", leave))
    assert FAR in page
    assert 'value="9999-12-31"' in page  # what was typed is still there
    with pytest.raises(Exception, match="2199"):
        DayField().clean("9999-12-31")
    assert [read_day(code) for code in ("2026-02-30", "x", "9999-12-31")] == [None, None, None]


def test_of_many_places_the_areas_of_the_chosen_village_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    far = make.case(longitude=102.925, latitude=34.905)
    near = make.case()
    monkeypatch.setattr(filters, "MOST_PLACES", 2)
    filters._blank.cache_clear()
    client = browser(make.handler())

    def offered(page: str) -> list[str]:
        chooser = page[page.index('name="place"') :]
        return [
            code for code in ("KS01A", "KS02", "KS02A") if f'value="{code}"' in chooser[: chooser.index("</select>")]
        ]

    page = text(client.get("/desk/?list=all"))
    assert offered(page) == ["KS02"]
    assert VILLAGE_FIRST in page
    for place in ("KS02", "KS02A"):
        page = text(client.get(f"/desk/?list=all&place={place}"))
        assert offered(page) == ["KS02", "KS02A"]
        assert f'value="{place}" selected' in page
        assert (f"/desk/cases/{far.pk}/" in page, f"/desk/cases/{near.pk}/" in page) == (True, False)
    filters._blank.cache_clear()


def test_a_place_that_a_post_is_not_offered_narrows_all_the_same() -> None:
    """A list kept at another post counts by it, so its page shows it."""
    make.case()
    client = browser(make.handler())
    page = text(client.get("/desk/?list=all&place=KS"))
    assert 'value="KS" selected' in page
    assert client.get("/desk/?list=all&place=nowhere").status_code == 200
