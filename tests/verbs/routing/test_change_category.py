"""The town changes a category; the promises hold for it as for any pack."""

from typing import Any

import pytest

from tests import make
from tests.verbs.routing.changing import change, known, lamp, seen
from yimen.journal.models import Entry
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.verdict import Refused
from yimen.routing.models import Category
from yimen.routing.rules import Kind
from yimen.routing.verbs import change_category

pytestmark = pytest.mark.django_db


def test_new_cases_take_the_new_road_and_open_ones_keep_theirs() -> None:
    before = make.case()
    assert change(procedure_code="petition") == ["procedure_id"]
    after = make.case(at=make.LATER)
    codes = {p.id: p.code for p in make.town().catalogue.procedures.values()}
    assert [codes[make.fresh(case).procedure_id] for case in (before, after)] == ["hotline", "petition"]
    assert Entry.objects.filter(code="category.changed").count() == 1


def test_a_category_that_is_taken_from_the_list_stays_so_when_the_pack_comes_again() -> None:
    change(is_offered=False)
    assert make.town().catalogue.leaf(make.LAMP) is None
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert f"{make.LAMP} is_offered" in loaded.kept()
    assert not Category.objects.get(code=make.LAMP).is_offered


def test_a_group_gets_a_name() -> None:
    before = make.town().catalogue.by_code["urban"]
    changed = type(before)(**vars(before) | {"names": {"en": "City"}})
    assert change_category(
        by=make.administrator(), category=changed, limits=known(), seen=seen(before), at=make.LATER
    ) == ["names"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": {"zh-hans": "宗教场所照明"}},
        {"names": {"en": "Lamps of the police"}},
        {"names": {}},
        {"kinds": ()},
        {"kinds": (Kind.DISPUTE,)},
        {"procedure_code": ""},
        {"door_code": "fire-119"},
        {"handle_limit": "NEVER"},
        {"procedure_code": "nonsense"},
        {"is_public": False, "suppress_below": 5},
    ],
)
def test_what_no_pack_may_have_no_town_may_have(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        change(**wrong)
    assert lamp().procedure_code == "hotline"


def test_the_reason_names_the_word() -> None:
    with pytest.raises(Refused, match=r"户籍.*no case is about who a person is"):
        change(names={"zh-hans": "户籍业务"})


def test_a_stale_page_is_refused_and_a_handler_may_not() -> None:
    before, mark = lamp(), seen(lamp())
    change(handle_limit="HOT_FAST")
    with pytest.raises(Refused, match="just changed"):
        change_category(by=make.administrator(), category=before, limits=known(), seen=mark, at=make.LATER)
    with pytest.raises(Refused, match="Only an administrator"):
        change(make.handler(), is_public=False, suppress_below=10)
