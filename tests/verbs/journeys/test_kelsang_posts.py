"""The invented town has its offices and posts at their real scale, and people in most of them."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from yimen.journal.record import history
from yimen.journeys.kelsang.places import set_up_kelsang_places
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD, SAMPLE_SIGN_INS
from yimen.journeys.kelsang.town import invent_staff
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Office, Post, Staff
from yimen.people.plans import TownPlan
from yimen.people.queries import Directory, directory, posts_of
from yimen.people.rules import Role, is_held
from yimen.places.queries import gazetteer

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
TOWN_FUNCTIONS = (
    "one-door petitions housing urban civil-affairs human-resources agriculture natural-resources ecology transport "
    "education health market culture-tourism water energy emergency justice finance development telecom "
    "medical-insurance"
).split()


@pytest.fixture
def plan(db: None) -> TownPlan:
    """The town, invented."""
    directory.cache_clear()
    gazetteer.cache_clear()
    set_up_kelsang_places(AT)
    return invent_staff(AT)


def offices() -> Directory:
    """Its offices."""
    directory.cache_clear()
    return directory(editions()["people"])


def test_without_places_there_is_nothing_to_staff(db: None) -> None:
    gazetteer.cache_clear()
    with pytest.raises(Refused, match="Import the areas first"):
        invent_staff(AT)


@pytest.mark.usefixtures("plan")
def test_posts_are_there_at_their_real_scale() -> None:
    roles = Counter(Post.objects.values_list("role", flat=True))
    assert roles == {
        Role.AREA_LEAD: 260,
        Role.AREA_ADVISER: 176,
        Role.LEGAL_ADVISER: 52,
        Role.CLERK: 8 + 10 * 2 + 47,
        Role.HANDLER: 1 + 21 * 3 + 10 * 2 + 47,
        Role.MEDIATOR: 3 + 10 + 47,
        Role.SUPERVISOR: 2 + 21 + 10,
        Role.ADMINISTRATOR: 1,
    }


@pytest.mark.usefixtures("plan")
def test_there_are_three_levels_of_centres_with_counters_and_hours() -> None:
    centres = Office.objects.filter(function="one-door", kind="centre")
    assert Counter(centres.values_list("place__level", flat=True)) == {"town": 1, "township": 10, "village": 47}
    assert not centres.filter(counters=None).exists()
    assert all("mon" in office.hours and office.telephone.startswith("0941-555-") for office in centres)
    assert Office.objects.values("telephone").distinct().count() == Office.objects.count()
    assert {language for office in centres for language in office.address} == {"zh-hans", "en", "bo"}


@pytest.mark.usefixtures("plan")
def test_every_function_is_served_where_it_belongs() -> None:
    places, serving = gazetteer(editions()["places"]), offices().serving
    assert places.town
    town = places.town
    assert [function for function in TOWN_FUNCTIONS if not serving(function, town.id)] == []
    assert all(serving("township-office", place.id) for place in places.places_below(town.path, "township"))
    assert all(serving("village-committee", place.id) for place in places.places_below(town.path, "village"))


@pytest.mark.usefixtures("plan")
def test_every_area_has_a_door_in_its_village() -> None:
    places, doors = gazetteer(editions()["places"]), offices()
    assert places.town
    for area in places.places_below(places.town.path, "area"):
        chain = [place.id for place in places.chain(area.id)]
        assert doors.one_door(chain).place_id == area.parent_id


@pytest.mark.usefixtures("plan")
def test_who_decides_between_two_offices() -> None:
    town = offices()
    code = {code: office.id for code, office in town.by_code.items()}
    assert town.common_superior(code["KS-urban"], code["KS-housing"]).code == "KS-town-office"
    assert town.common_superior(code["KS01-township-office"], code["KS-urban"]).code == "KS-town-office"
    assert (
        town.common_superior(code["KS0101-village-committee"], code["KS0102-one-door"]).code == "KS01-township-office"
    )
    assert all(town.is_above(code["KS-town-office"], pk) for name, pk in code.items() if name != "KS-town-office")


def test_about_one_post_in_twenty_is_vacant(plan: TownPlan) -> None:
    held = {a.post for a in plan.appointments if is_held(a.from_on, a.until_on, TODAY)}
    vacant = [post for post in plan.posts if post.code not in held]
    assert 0.03 * len(plan.posts) < len(vacant) < 0.08 * len(plan.posts)
    assert len({a.from_on for a in plan.appointments}) > 300, "people come on different days"
    assert any(a.until_on and a.until_on < TODAY for a in plan.appointments)
    assert any(a.from_on > TODAY for a in plan.appointments)


def test_no_two_hold_one_post_on_one_day(plan: TownPlan) -> None:
    for day in (TODAY - timedelta(days=800), TODAY - timedelta(days=90), TODAY, TODAY + timedelta(days=60)):
        held = Counter(a.post for a in plan.appointments if is_held(a.from_on, a.until_on, day))
        assert max(held.values()) == 1


@pytest.mark.usefixtures("plan")
def test_the_sample_sign_ins_work_and_no_others_have_a_password() -> None:
    for sample in SAMPLE_SIGN_INS:
        staff = Staff.objects.get(username=sample.username)
        assert staff.check_password(SAMPLE_PASSWORD)
        assert {a.role for a in posts_of(staff.pk, TODAY)} == {role for _, role in sample.seats}
    others = Staff.objects.exclude(username__in=[sample.username for sample in SAMPLE_SIGN_INS])
    assert others.count() > 700
    assert not any(staff.has_usable_password() for staff in others)


def test_inventing_it_again_changes_nothing_but_names(plan: TownPlan) -> None:
    before = [model.objects.count() for model in (Office, Post, Staff, Appointment)]
    Staff.objects.filter(username="clerk").update(password="changed since")
    again = invent_staff(AT + timedelta(days=40))
    assert [model.objects.count() for model in (Office, Post, Staff, Appointment)] == before
    assert [post.code for post in again.posts] == [post.code for post in plan.posts]
    assert Staff.objects.get(username="clerk").password == "changed since"
    town = Office.objects.get(code="KS0101-one-door")
    assert town.path.count("/") == 4


def test_setting_it_up_is_told_once_in_the_journal(plan: TownPlan) -> None:
    places = gazetteer(editions()["places"])
    assert places.town
    told = [entry for entry in history(f"place:{places.town.id}") if entry.code == "people.staffed"]
    assert [entry.facts["posts"] for entry in told] == [len(plan.posts)]
