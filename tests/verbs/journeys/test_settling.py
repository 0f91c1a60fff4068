"""A new village: each step adds what is missing, once, and only where the administrator's post serves."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make
from yimen.journeys.settling import missing_posts, name_village, settle_areas, settle_posts, settle_village
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused
from yimen.people.models import Post
from yimen.people.rules import Acting, Role
from yimen.people.verbs.open_office import Shown, open_office

pytestmark = pytest.mark.django_db
NAMES = {"zh-hans": "新河村", "en": "Xinhe", "bo": ""}


def village() -> str:
    """Xinhe in the first township."""
    return settle_village(by=make.administrator(), township="KS01", names=NAMES, at=make.MONDAY)


def office(code: str) -> None:
    """Its committee, below the township's office."""
    open_office(
        by=make.administrator(), code=f"{code}-committee", kind="department", function="village-committee", place=code,
        superior="KS-township-office-1", shown=Shown({"en": "Xinhe committee"}), at=make.MONDAY,
    )  # fmt: skip


def test_it_has_the_next_code_and_its_name_once() -> None:
    code = village()
    assert code == "KS0102"
    assert make.town().places.by_code[code].path == "KS/KS01/KS0102/"
    with pytest.raises(Refused, match="already is a village called"):
        village()
    name_village(by=make.administrator(), village=code, names={"bo": "ཤིན་ཧོ་", "en": ""}, at=make.MONDAY)
    assert make.town().places.by_code[code].names == {"zh-hans": "新河村", "en": "Xinhe", "bo": "ཤིན་ཧོ་"}


def test_areas_are_added_once_and_old_cases_know_that_they_are_new() -> None:
    code, by = village(), make.administrator()
    names = ["新河第1片区", "新河第2片区"]
    assert settle_areas(by=by, village=code, names=names, language="zh-hans", at=make.MONDAY) == [
        "KS010201",
        "KS010202",
    ]
    with pytest.raises(Refused, match="write the name"):
        settle_areas(by=by, village=code, names=names, language="zh-hans", at=make.MONDAY)
    with pytest.raises(Refused, match="at most 30"):
        settle_areas(by=by, village=code, names=[f"{n}" for n in range(30)], language="zh-hans", at=make.MONDAY)


def test_the_usual_posts_are_set_up_and_none_twice() -> None:
    code, by = village(), make.administrator()
    settle_areas(by=by, village=code, names=["A", "B"], language="en", at=make.MONDAY)
    with pytest.raises(Refused, match="Open the office first"):
        settle_posts(by=by, village=code, at=make.MONDAY)
    office(code)
    assert settle_posts(by=by, village=code, at=make.MONDAY) == 5
    found = list(Post.objects.filter(place__code__startswith=code).order_by("id").values_list("role", "office__code"))
    assert sorted(found) == [
        ("area_adviser", "KS0102-committee"), ("area_lead", "KS0102-committee"), ("area_lead", "KS0102-committee"),
        ("handler", "KS0102-committee"), ("legal_adviser", "KS-justice"),
    ]  # fmt: skip
    assert settle_posts(by=by, village=code, at=make.MONDAY) == 0
    town = make.town()
    assert missing_posts(by, town, town.places.by_code[code], make.MONDAY) == []


def test_only_where_their_post_serves() -> None:
    code = village()
    elsewhere = Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS02/")
    for step in (
        lambda: settle_village(by=elsewhere, township="KS01", names=NAMES, at=make.MONDAY),
        lambda: settle_areas(by=elsewhere, village=code, names=["A"], language="en", at=make.MONDAY),
        lambda: name_village(by=elsewhere, village=code, names={"en": "Mine"}, at=make.MONDAY),
    ):
        with pytest.raises(Refused, match="does not serve this place"):
            step()
    with pytest.raises(Refused, match="lies in a township"):
        settle_village(by=make.administrator(), township="KS01A", names=NAMES, at=make.MONDAY)
    with pytest.raises(Refused, match="write the name"):
        settle_village(by=make.administrator(), township="KS01", names={"en": " "}, at=make.MONDAY)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_the_same_village_at_once_one_wins() -> None:
    by, together = make.administrator(), Barrier(2)

    def begin(_: int) -> str:
        together.wait(timeout=30)
        try:
            settle_village(by=by, township="KS01", names=NAMES, at=make.MONDAY)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(begin, range(2)))
    assert said[0] == ""
    assert said[1] == JUST_CHANGED or "already is a village" in said[1]
