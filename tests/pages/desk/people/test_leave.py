"""Going on leave at the desk: who stands in has the post there and then, and the holder reads why they have not."""

from datetime import date, timedelta

import pytest

from tests import make
from tests.make_colleagues import colleague
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.people.models import Appointment

pytestmark = pytest.mark.django_db


def typed(stand_in: int, days: int = 3) -> dict[str, str]:
    """Leave from today on."""
    today: date = clock.day_of(clock.now())
    return {"from_on": f"{today}", "last_on": f"{today + timedelta(days=days)}", "stand_in": f"{stand_in}"}


def test_somebody_goes_on_leave_and_comes_back_early() -> None:
    holder, pema = make.handler(), colleague()
    theirs, hers = browser(holder), browser(pema)
    path = f"/desk/leave/{holder.post_id}/"
    assert "Pema · Handler · Urban office" in text(theirs.get(path))
    assert theirs.post(path, typed(pema.staff_id)).headers["Location"] == "/desk/leave/"
    refused = theirs.get("/desk/")
    assert refused.status_code == 403
    assert "You are on leave" in text(refused)
    assert "Pema stands in" in text(theirs.get("/desk/leave/"))

    assert hers.post("/desk/post/", {"post": holder.post_id}).status_code == 302
    assert "Urban office · Handler, standing in until" in text(hers.get("/desk/?list=due"))
    assert "You stand in" in text(hers.get("/desk/leave/"))

    leave = Appointment.objects.get(in_place_of__isnull=False)
    back = {"leave": f"{leave.pk}", "back_on": f"{clock.day_of(clock.now())}"}
    assert theirs.post(path, back).status_code == 302
    assert theirs.get("/desk/").status_code == 200
    assert "standing in until" not in text(hers.get("/desk/?list=due"))


def test_a_refusal_stands_in_words_and_nothing_typed_is_lost() -> None:
    holder, pema = make.handler(), colleague()
    path = f"/desk/leave/{holder.post_id}/"
    page = text(browser(holder).post(path, typed(pema.staff_id, days=-2)))
    assert "The last day is before the first." in page
    assert f'value="{typed(0, -2)["last_on"]}"' in page
    assert "is on leave on some of these days" in _second(holder.post_id, pema.post_id, pema.staff_id)


def _second(post: int, other: int, staff: int) -> str:
    """Whoever shall stand in has gone on leave meanwhile; the page was open before."""
    browser(make.supervisor("urban")).post(f"/desk/leave/{other}/", typed(colleague("tashi").staff_id))
    client = browser(make.handler())
    return text(client.post(f"/desk/leave/{post}/", typed(staff))) + text(client.get("/desk/leave/"))


def test_a_supervisor_sees_who_is_away_below_and_others_find_no_such_page() -> None:
    holder, pema = make.handler(), colleague()
    chief = browser(make.supervisor())
    assert chief.post(f"/desk/leave/{holder.post_id}/", typed(pema.staff_id)).status_code == 302
    assert "Who is away" in text(chief.get("/desk/leave/"))
    assert "Pema" in text(chief.get(f"/desk/leave/?office={holder.office_id}"))
    assert "Pema" not in text(browser(make.supervisor("housing")).get(f"/desk/leave/?office={holder.office_id}"))
    for other in (pema, make.handler("housing"), make.supervisor("housing"), make.clerk()):
        assert browser(other).get(f"/desk/leave/{holder.post_id}/").status_code == 404
        assert browser(other).post(f"/desk/leave/{holder.post_id}/", typed(other.staff_id)).status_code == 404


def test_it_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.supervisor("urban"))
    for path in ("/desk/leave/", f"/desk/leave/{make.handler().post_id}/"):
        client.get(path)
        with sql(at_most=9):
            client.get(path)
