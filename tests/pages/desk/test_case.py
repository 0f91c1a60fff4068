"""The page of a case: the story, the dates, what can be done and what not."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests import make
from tests.make_areas import agreed, split_in_two, square
from tests.pages.desk.browsing import browser, opened, text
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.cases.verbs import accept_case
from yimen.desk.areas.then import area_then
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
NEXT_DAY = make.MONDAY + timedelta(days=1)
Sql = Callable[..., AbstractContextManager[list[str]]]


def test_it_tells_the_story_without_names() -> None:
    case = make.closed_case(place_words="at the old bridge", needs=("steps",))
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    for said in (
        "The case came in", "The resident", "Accepted", "Urban office · Handler", "The lamp burns again.",
        "The resident rated the answer", "at the old bridge", "A way without steps", "Area 1", "34.90500 N",
        "belongs to Urban office", "What the resident may do next", "Solved: </b>Yes, it is solved",
    ):  # fmt: skip
        assert said in page, said
    assert page.count("Invented urban-handler") <= 1  # only oneself, in the head of the page


def test_no_address_of_the_resident_is_shown() -> None:
    case = make.case(tell=Way.EMAIL, email="dolma@example.org", phone="13900000000", contact_name="Dolma")
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "told by e-mail" in page
    for secret in ("dolma@example.org", "13900000000", "Dolma"):
        assert secret not in page


def test_dates_come_with_their_reason() -> None:
    case = make.accepted_case()
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "9 March 2026" in page
    assert "5 working days from 2 Mar 2026; rest days are not counted, so 9 Mar" in page
    assert "done on" in page  # the notice


@pytest.mark.parametrize(
    ("made", "who", "big"),
    [
        (make.case, make.handler, "Accept the case"),
        (make.open_case, make.clerk, "Find the category"),
        (make.accepted_case, make.handler, "Answer"),
        (make.objected_case, make.supervisor, "Decide whose case it is"),
    ],
)
def test_the_next_sensible_thing_is_one_big_button(
    made: Callable[[], Case], who: Callable[[], Acting], big: str
) -> None:
    case = made()
    page = text(opened(who(), case.pk).get(f"/desk/cases/{case.pk}/"))
    panel = page[page.index('class="y-verbs"') : page.index("</section>")]
    assert panel.count('class="y-button"') == 1
    assert big in panel[panel.index('class="y-button"') :].split("</", 1)[0]


@pytest.mark.parametrize("made", [make.objected_case, make.answered_case])
def test_where_nothing_comes_next_no_button_is_big(made: Callable[[], Case]) -> None:
    """A note and standing aside are always possible: neither is what usually comes next, nor what the key "a" does."""
    case = made()
    page = text(opened(make.holder(case), case.pk).get(f"/desk/cases/{case.pk}/"))
    panel = page[page.index('class="y-verbs"') : page.index("</section>")]
    assert 'class="y-button"' not in panel
    assert "data-main" not in panel
    assert "Stand aside" in panel


def test_what_may_not_be_done_says_why() -> None:
    case = make.case()
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    impossible = page[page.index("What can't be done now") : page.index("</section>")].replace("&#x27;", "'")
    assert "The office has not accepted this case yet." in impossible
    assert "was not handed over to your office" in impossible
    assert "Your post does not do this." in impossible


def test_while_the_resident_is_asked_nothing_presses() -> None:
    case = make.asked_case()
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    panel = page[page.index('class="y-verbs"') : page.index("</section>")]
    assert 'class="y-button"' not in panel
    assert "The resident’s turn" in page
    assert ">Answer<" in panel


def test_it_costs_twelve_statements_however_much_has_happened(sql: Sql) -> None:
    for _ in range(30):
        make.case()
    case = make.objected_case(files=(make.file(),))
    closed = make.closed_case()
    for who, pk in ((make.supervisor(), case.pk), (make.handler(), closed.pk)):
        client = opened(who, pk)
        client.get(f"/desk/cases/{pk}/")
        with sql(at_most=12):
            assert client.get(f"/desk/cases/{pk}/").status_code == 200


def test_the_outline_of_then_is_drawn_where_the_area_was_split_since(sql: Sql) -> None:
    case = make.case()
    opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/")
    elsewhere = make.case(longitude=102.915, latitude=34.905)
    town = make.town()
    with sql(at_most=0):
        assert area_then(town, case.area_id, day_of(make.MONDAY)) is None, "nothing is redrawn"
    agreed(split_in_two(), on=day_of(NEXT_DAY), at=NEXT_DAY)
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    assert "This area has been redrawn, on 3 March 2026." in page
    assert "Today its ground lies in: East Duohe · West Duohe." in page
    drawn = page[page.index("Show the area as it was") :]
    assert drawn.count('class="y-area"') == 3, "as it was, and the two of today"
    assert 'aria-label="The area on 2 March 2026; ' in drawn
    with sql(at_most=15):
        client.get(f"/desk/cases/{case.pk}/")
    town = make.town()
    with sql(at_most=0):
        assert area_then(town, elsewhere.area_id, day_of(make.MONDAY)) is None, "it stands as it stood"
    other = opened(make.handler(), elsewhere.pk)
    assert "redrawn" not in text(other.get(f"/desk/cases/{elsewhere.pk}/"))


def test_the_outline_of_an_area_that_was_merged_into_another_is_drawn_too() -> None:
    case = make.case(longitude=102.915, latitude=34.905)
    kept = PlannedPlace("KS01A", "area", "KS0101", {}, square(102.90, 102.92))
    agreed(AreaPlan("KS", (kept,), ended=("KS01B",)), on=day_of(NEXT_DAY), at=NEXT_DAY)
    page = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "This area has ended, on 3 March 2026." in page
    assert "Today its ground lies in: Area 1." in page
    assert page.count('class="y-area"') == 2


def test_a_file_opens_safely_and_is_a_look() -> None:
    case = make.case(files=(make.file(),))
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/cases/{case.pk}/"))
    address = page[page.index(f"/desk/cases/{case.pk}/files/") :].split('"', 1)[0]
    before = len(looks_of(case.ref))
    sent = client.get(address)
    assert b"".join(sent) == b"The lamp is dark."
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Content-Disposition"].startswith("attachment")
    assert "sandbox" in sent["Content-Security-Policy"]
    assert len(looks_of(case.ref)) == before + 1


def test_a_file_of_another_case_is_not_there() -> None:
    other = make.case(files=(make.file(b"Something else."),))
    case = make.case()
    theirs = text(opened(make.handler(), other.pk).get(f"/desk/cases/{other.pk}/"))
    number = theirs[theirs.index("/files/") :].split("/")[2]
    client = opened(make.handler(), case.pk)
    assert client.get(f"/desk/cases/{case.pk}/files/{number}/").status_code == 404


def test_before_one_said_why_a_file_does_not_open() -> None:
    case = make.case(files=(make.file(),))
    page = browser(make.handler()).get(f"/desk/cases/{case.pk}/files/1/")
    assert "Why are you opening" in text(page)
    assert len(looks_of(case.ref)) == 0


def test_a_provisional_date_says_so() -> None:
    case = make.petition(at=make.MONDAY.replace(month=11, day=20))
    accept_case(by=make.holder(case), case=case, at=make.MONDAY.replace(month=11, day=20))
    page = text(opened(make.holder(case), case.pk).get(f"/desk/cases/{case.pk}/"))
    assert "The day may still move" in page
