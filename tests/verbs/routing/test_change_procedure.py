"""The town changes the road its cases take."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from tests.verbs.routing.changing import known
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.verbs import change_procedure

pytestmark = pytest.mark.django_db
COLUMNS = (
    "names notice_limit handle_limit object_limit call_limit handle_from pauses extension_by remedies needs_full_opinion"
).split()


def change(by: Actor | None = None, **fields: Any) -> list[str]:  # noqa: ANN401 – any field of a procedure
    before = make.town().catalogue.procedures["hotline"]
    seen = seen_as({name: getattr(before, name) for name in COLUMNS})
    return change_procedure(
        by=by or make.administrator(), procedure=replace(before, **fields), limits=known(), seen=seen, at=make.LATER
    )


def test_it_counts_at_once_and_for_good() -> None:
    assert change(handle_limit="HOT_FAST", pauses=False) == ["handle_limit", "pauses"]
    assert make.town().catalogue.procedures["hotline"].handle_limit == "HOT_FAST"
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert loaded.kept() == ["hotline handle_limit", "hotline pauses"]


@pytest.mark.parametrize(
    "wrong", [{"handle_limit": ""}, {"notice_limit": "NEVER"}, {"extension_by": "police"}, {"names": {}}]
)
def test_what_no_pack_may_have_no_town_may_have(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        change(**wrong)


def test_a_supervisor_may_not() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        change(make.supervisor(), pauses=False)
