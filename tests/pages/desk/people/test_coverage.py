"""Where an area lacks its lead, adviser or legal adviser is seen, and leads to the page that mends it."""

from collections import Counter
from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.desk.pages.people.coverage import chains
from yimen.kernel import clock
from yimen.people.models import Appointment, Post
from yimen.people.posts import coverage, covered
from yimen.people.rules import OF_AN_AREA, Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post
from yimen.places.rules import PlannedPlace
from yimen.places.verbs import set_up_place

pytestmark = pytest.mark.django_db
PATH = "/desk/town/coverage/"


def lead_of_the_first_area() -> int:
    """A post for area KS01A, which somebody holds."""
    make.administrator()
    post = set_up_post(
        by=Operator(), code="L-1", role=Role.AREA_LEAD, office="KS-village-committee", place="KS01A", names={},
        at=clock.now(),
    )  # fmt: skip
    staff = enrol_staff(by=Operator(), username="lead", name="Lhamo", language="en", password=None, at=clock.now())
    since = clock.day_of(clock.now()) - timedelta(days=30)
    appoint_staff(by=Operator(), staff_id=staff, post_id=post, from_on=since, at=clock.now())
    return post


def test_a_township_shows_each_area_and_what_is_missing_leads_to_setting_it_up() -> None:
    lead_of_the_first_area()
    client = browser(make.administrator())
    page = text(client.get(f"{PATH}?place=KS01"))
    assert "✓ held" in page
    assert "✕ missing" in page
    assert "Lhamo" not in page, "it counts posts, not people"
    office = Post.objects.get(code="L-1").office_id
    there = f"/desk/town/offices/{office}/post/?place=KS01A&amp;role=area_adviser"
    assert there in page
    assert 'value="KS01A"' in text(client.get(there.replace("&amp;", "&")))


def test_a_post_that_was_left_says_since_when() -> None:
    post = lead_of_the_first_area()
    Appointment.objects.filter(post_id=post).update(until_on=clock.day_of(clock.now()) - timedelta(days=3))
    page = text(browser(make.administrator()).get(f"{PATH}?place=KS01"))
    assert "vacant since" in page
    assert "✓ held" not in page


def test_the_town_counts_its_townships() -> None:
    lead_of_the_first_area()
    sums = browser(make.administrator()).get(PATH).context["sums"]
    assert [(part.code, areas, held) for part, areas, held in sums] == [("KS01", 2, [1, 0, 0]), ("KS02", 1, [0, 0, 0])]


def test_a_village_in_no_township_and_an_area_in_no_village_are_seen_too() -> None:
    """A town that was founded has no township yet: its first villages lie in the town itself."""
    lead_of_the_first_area()
    for place in (
        PlannedPlace("V", "village", "KS", {"en": "Far village"}),
        PlannedPlace("VA", "area", "V", {"en": "Far area"}),
        PlannedPlace("A", "area", "KS", {"en": "Lone area"}),
    ):
        set_up_place(by=Operator(), place=place, at=clock.now())
    answer = browser(make.administrator()).get(PATH)
    assert [(part.code, areas) for part, areas, _ in answer.context["sums"]] == [("KS01", 2), ("KS02", 1), ("V", 1)]
    assert [area.code for area, _ in answer.context["lines"]] == ["A"]
    assert "Lone area" in text(answer)


def test_the_table_names_no_person() -> None:
    lead_of_the_first_area()
    table = browser(make.administrator()).get("/desk/town/coverage/table/")
    lines = text(table).splitlines()
    assert len(lines) == 1 + 3 * 3
    assert "KS01A,KS/KS01/KS0101/KS01A/,Area lead,held," in lines
    assert "Lhamo" not in text(table)


@pytest.mark.parametrize("query", ["", "?place=KS01"])
def test_it_takes_few_statements(sql, query: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    client.get(PATH + query)
    with sql(at_most=8):
        client.get(PATH + query)


def test_the_picture_says_in_patterns_and_words_what_the_table_says() -> None:
    lead_of_the_first_area()
    answer = browser(make.administrator()).get(f"{PATH}?place=KS01")
    drawn = answer.context["picture"]
    assert [(shape.key, shape.look) for shape, _, _ in drawn.labelled] == [("KS01A", "one"), ("KS01B", "none")]
    assert next(says for _, _, says in drawn.labelled) == "Area 1: Missing: Area adviser, Legal adviser"
    assert "two are missing: 1; all three are missing: 1" in text(answer), "who sees no picture hears it"
    assert 'fill="url(#y-none)"' in text(answer)


def test_an_adviser_of_a_village_serves_its_areas_and_a_lead_their_own_alone() -> None:
    lead_of_the_first_area()
    Post.objects.filter(code="L-1").update(role=Role.LEGAL_ADVISER)
    Post.objects.filter(code="L-1").update(place_id=make.town().places.by_code["KS0101"].id)
    sums = browser(make.administrator()).get(PATH).context["sums"]
    assert [held for _, _, held in sums] == [[0, 0, 1], [0, 0, 0]]


def test_the_sums_are_counted_by_the_database_whatever_the_town_has(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Two statements, with a row for each village and role; and they say what reading every area says."""
    lead_of_the_first_area()
    for code, role, place in (
        ("A-1", Role.AREA_ADVISER, "KS0101"), ("A-2", Role.AREA_ADVISER, "KS01A"), ("J-1", Role.LEGAL_ADVISER, "KS02"),
        ("J-2", Role.LEGAL_ADVISER, "KS01B"), ("J-3", Role.LEGAL_ADVISER, "KS"), ("L-2", Role.AREA_LEAD, "KS01B"),
        ("L-3", Role.AREA_LEAD, "KS02"),
    ):  # fmt: skip
        post = set_up_post(
            by=Operator(), code=code, role=role, office="KS-town-office", place=place, names={}, at=clock.now()
        )
        if code != "L-2":  # nobody holds that one
            pk = enrol_staff(
                by=Operator(), username=code.lower(), name=code, language="en", password=None, at=clock.now()
            )
            appoint_staff(by=Operator(), staff_id=pk, post_id=post, from_on=clock.day_of(clock.now()), at=clock.now())
    town, on = make.town(), clock.day_of(clock.now())
    with sql(at_most=2):
        found = covered("KS/KS01/", "KS/KS02/", on)
    areas = {code: town.places.places_below(f"KS/{code}/", "area") for code in ("KS01", "KS02")}
    read = coverage(chains(town, areas["KS01"] + areas["KS02"]), on)
    for code, inside in areas.items():
        counted = Counter(area.parent_id or 0 for area in inside)
        for role in OF_AN_AREA:
            held = sum(bool((one := read.get((area.id, role))) and one.is_held) for area in inside)
            assert found.areas(town.places.by_code[code].id, counted, role) == held, (code, role)


def test_a_town_of_many_townships_is_shown_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.desk.pages.people.coverage.PARTS", 1)
    monkeypatch.setattr("yimen.desk.pages.people.coverage.DRAWN", 2)
    client = browser(make.administrator())
    first = client.get(PATH)
    assert ([part.code for part, _, _ in first.context["sums"]], first.context["picture"]) == (["KS01"], None)
    assert first.context["next"] == "KS/KS01/"
    second = client.get(f"{PATH}?after=KS/KS01/")
    assert ([part.code for part, _, _ in second.context["sums"]], second.context["next"]) == (["KS02"], "")
