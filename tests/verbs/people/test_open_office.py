"""Offices are opened, changed, moved and closed."""

import pytest
from django.db import IntegrityError, transaction

from tests.verbs.people.small_town import MONDAY
from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.models import Counter, Office
from yimen.people.queries import Directory, directory
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.open_office import Shown, open_office

pytestmark = pytest.mark.usefixtures("town")


def opened(code: str = "WATER", **changes: object) -> int:
    """The water office of the town, or something else."""
    given = {
        "kind": "department",
        "function": "water",
        "place": "KS",
        "superior": "GOV",
        "shown": Shown({"en": "Water"}),
    }
    return open_office(by=Operator(), code=code, at=MONDAY, **{**given, **changes})  # type: ignore[arg-type]


def offices() -> Directory:
    """The directory as of now."""
    return directory(editions()["people"])


def test_an_opened_office_serves_its_place() -> None:
    pk = opened()
    assert offices().by_code["WATER"].path == f"{offices().by_code['GOV'].id}/{pk}/"
    assert [entry.code for entry in history(f"office:{pk}")] == ["office.opened"]


def test_opening_it_again_changes_it() -> None:
    pk = opened()
    assert opened(shown=Shown({"en": "Water works"}, telephone="0941-555-0001"), is_open=False) == pk
    facts = offices().by_id[pk]
    assert (facts.names["en"], facts.telephone, facts.is_open) == ("Water works", "0941-555-0001", False)
    assert [entry.code for entry in history(f"office:{pk}")] == ["office.opened", "office.changed"]


def test_moving_an_office_moves_all_below_it() -> None:
    office, below = opened(), opened("PIPES", superior="WATER")
    opened(superior="URB")
    gov, urban = offices().by_code["GOV"].id, offices().by_code["URB"].id
    assert offices().by_id[office].path == f"{gov}/{urban}/{office}/"
    assert offices().by_id[below].path == f"{gov}/{urban}/{office}/{below}/"


def test_superiors_do_not_go_in_a_circle() -> None:
    opened()
    opened("PIPES", superior="WATER")
    with pytest.raises(Refused, match="stands below"):
        opened(superior="PIPES")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"place": "XX"}, "no place with the code XX"),
        ({"superior": "XX"}, "no office with the code XX"),
        ({"kind": "station"}, "centre or a department"),
        ({"shown": Shown({}, hours={"mon": [["late", "later"]]})}, "mon"),
    ],
)
def test_what_is_not_there_is_named(changes: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        opened("WATER", **changes)
    assert not Office.objects.filter(code="WATER").exists()


def test_a_clerk_may_not() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        open_office(
            by=Acting(1, 1, Role.CLERK, 1, "1/", "KS/"), code="WATER", kind="department", function="water",
            place="KS", shown=Shown({}), at=MONDAY,
        )  # fmt: skip


def test_an_administrator_of_a_township_may_not_open_the_towns_offices() -> None:
    with pytest.raises(Refused, match="does not serve this place"):
        open_office(
            by=Acting(1, 1, Role.ADMINISTRATOR, 1, "1/", "KS/KS01/"), code="WATER", kind="department",
            function="water", place="KS", shown=Shown({}), at=MONDAY,
        )  # fmt: skip


def test_the_database_takes_no_office_above_itself() -> None:
    """The constraint office_is_not_its_own_superior."""
    pk = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.filter(pk=pk).update(parent_id=pk)


def test_a_counter_has_its_number_once() -> None:
    """The constraint counter_number_once_per_office."""
    pk = opened()
    Counter.objects.create(office_id=pk, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Counter.objects.create(office_id=pk, number=1)
