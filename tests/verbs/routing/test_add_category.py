"""A category of the town's own."""

import pytest

from tests import make
from tests.verbs.routing.changing import known
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.facts import CategoryFacts
from yimen.routing.models import Category
from yimen.routing.verbs import add_category

pytestmark = pytest.mark.django_db


def add(
    code: str = "urban.benches", name: str = "Benches", parent: str = "urban", by: Actor | None = None
) -> CategoryFacts:
    make.town()
    new = CategoryFacts(code, {"en": name}, parent, kinds=("fault",), procedure_code="hotline")
    add_category(by=by or make.administrator(), category=new, limits=known(), at=make.LATER)
    return make.town().catalogue.by_code[code]


def test_residents_can_choose_it_and_the_groups_department_gets_it() -> None:
    made = add()
    assert make.town().catalogue.leaf(made.code) == made
    case = make.case(category=made.code)
    assert case.category_id == made.id
    assert case.office.code == "KS-one-door-1"  # the group "urban" names no department of its own


def test_no_pack_takes_it_away() -> None:
    add()
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert "urban.benches" not in loaded.catalogue.retired
    assert Category.objects.get(code="urban.benches").is_offered


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("urban.police", "Posts"), ("urban.religion", "Places"), ("urban.benches", "Religious places"),
        ("urban.hukou-papers", "Papers"), ("urban.x", "少数民族事务"), ("Urban.Benches", "Benches"), ("benches", "B"),
        ("urban.lighting", "Lamps again"), ("nowhere.benches", "Benches"),
    ],
)  # fmt: skip
def test_what_may_not_be_is_refused_with_the_reason(code: str, name: str) -> None:
    make.town()
    before = Category.objects.count()
    with pytest.raises(Refused):
        add(code, name, parent=code.partition(".")[0])
    assert Category.objects.count() == before


def test_a_supervisor_may_not() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        add(by=make.supervisor())
