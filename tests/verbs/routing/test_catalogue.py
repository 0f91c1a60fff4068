"""The catalogue, as pages and verbs read it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from yimen.people.rules import Operator
from yimen.routing.facts import CategoryFacts, DoorFacts, Offer, ProcedureFacts
from yimen.routing.queries import Catalogue, NoPack, catalogue
from yimen.routing.verbs import take_catalogue

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
QUICK = ProcedureFacts("quick", {"en": "Quick"}, "received", "TELL", "SOON", "NOT_OURS", remedies={"en": "Rate it."})
MAIN = ProcedureFacts("main", {"en": "Main"}, "accepted", handle_limit="LATER", pauses=False, is_default=True)
COURT = DoorFacts("court", {"en": "Court"}, {"en": "Only a court may judge."}, "12368")
HOMES = CategoryFacts("homes", {"en": "Homes"}, order=1)
RENT = CategoryFacts("homes.rent", {"en": "Rent"}, "homes", 2, ("help", "dispute"), "quick", "OWN", may_be_dispute=True)
ROOF = CategoryFacts("homes.roof", {"en": "Roof"}, "homes", 3, ("fault",), "main", is_public=True, suppress_below=5)
EMPTY = CategoryFacts("empty", {"en": "Nothing in it"}, order=4)
SUIT = CategoryFacts("homes.suit", {"en": "Lawsuit"}, "homes", 5, door_code="court")
REMITS = {
    ("homes", "town"): "housing",
    ("homes.rent", "village"): "village-committee",
    ("homes.rent", "town"): "justice",
}
ALL = (HOMES, RENT, ROOF, EMPTY, SUIT)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_catalogue_of_another_test() -> Iterator[None]:
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


def taken(*categories: CategoryFacts) -> Catalogue:
    remits = {(code, level): f for (code, level), f in REMITS.items() if code in {c.code for c in categories}}
    offer = Offer((COURT,), (QUICK, MAIN), categories, remits)
    take_catalogue(by=Operator(), pack="test", offer=offer, at=MONDAY)
    catalogue.cache_clear()
    return catalogue(1)


Facts = CategoryFacts | ProcedureFacts | DoorFacts


def words_of(facts: Facts) -> dict[str, object]:
    """All but the number in the database."""
    return {name: value for name, value in vars(facts).items() if name != "id"}


def test_what_was_taken_is_read_word_for_word() -> None:
    read = taken(*ALL)
    pairs: list[tuple[Facts, Facts]] = [(read.by_code[facts.code], facts) for facts in ALL]
    pairs += [(read.procedures[facts.code], facts) for facts in (QUICK, MAIN)]
    pairs += [(read.doors["court"], COURT)]
    for found, facts in pairs:
        assert words_of(found) == words_of(facts)
        assert found.id
    assert all(read.by_id[c.id] is c for c in read.by_code.values())


def test_branches_and_leaves_stand_in_their_order_and_empty_branches_are_left_out() -> None:
    shown = [(branch.code, [leaf.code for leaf in leaves]) for branch, leaves in taken(*ALL).branches()]
    assert shown == [("homes", ["homes.rent", "homes.roof", "homes.suit"])]


def test_what_is_offered_no_more_is_known_but_can_not_be_chosen() -> None:
    old = taken(*ALL).by_code["homes.rent"].id
    read = taken(HOMES, ROOF, EMPTY, SUIT)
    assert read.leaf("homes.rent") is None
    assert read.by_id[old].code == "homes.rent"
    assert [leaf.code for _, leaves in read.branches() for leaf in leaves] == ["homes.roof", "homes.suit"]


def test_a_branch_and_an_unknown_code_are_no_leaves() -> None:
    read = taken(*ALL)
    assert read.leaf("homes") is None
    assert read.leaf("") is None
    assert read.leaf("homes.nothing") is None
    roof = read.leaf("homes.roof")
    assert roof is not None
    assert roof.names == {"en": "Roof"}


def test_a_leaf_has_its_own_remit_or_its_branchs() -> None:
    read = taken(*ALL)
    rent, roof = read.by_code["homes.rent"], read.by_code["homes.roof"]
    assert [read.remit_of(rent, level) for level in ("village", "township", "town")] == [
        "village-committee",
        "",
        "justice",
    ]
    assert [read.remit_of(roof, level) for level in ("village", "township", "town")] == ["", "", "housing"]


def test_a_case_without_a_category_takes_the_default_road() -> None:
    read = taken(*ALL)
    assert read.procedure_of(None).code == "main"
    assert read.procedure_of(read.leaf("homes.suit")).code == "main"
    assert read.procedure_of(read.leaf("homes.rent")).code == "quick"


def test_a_town_without_a_pack_is_told_so() -> None:
    with pytest.raises(NoPack, match="No pack has been loaded"):
        _ = catalogue(0).default_procedure


def test_it_is_read_in_three_statements_and_then_kept(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    taken(*ALL)
    catalogue.cache_clear()
    with sql(at_most=3) as statements:
        first = catalogue(7)
    assert len(statements) == 3
    with sql(at_most=0):
        assert catalogue(7) is first
