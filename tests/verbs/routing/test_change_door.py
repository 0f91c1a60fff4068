"""The town changes what it says of another door."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.verbs import change_door

pytestmark = pytest.mark.django_db


def change(by: Actor | None = None, **fields: Any) -> list[str]:  # noqa: ANN401 – any field of a door
    before = make.town().catalogue.doors["fire-119"]
    seen = seen_as({name: getattr(before, name) for name in ("names", "why", "telephone", "is_urgent")})
    return change_door(by=by or make.administrator(), door=replace(before, **fields), seen=seen, at=make.LATER)


def test_a_telephone_is_another_one_and_stays_so() -> None:
    assert change(telephone="0941-119") == ["telephone"]
    assert make.town().catalogue.doors["fire-119"].telephone == "0941-119"
    assert load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER).kept() == ["fire-119 telephone"]


def test_without_a_name_or_a_reason_it_is_refused() -> None:
    wrongs: list[dict[str, Any]] = [{"names": {}}, {"why": {"en": " "}}, {"telephone": "1" * 41}]
    for wrong in wrongs:
        with pytest.raises(Refused):
            change(**wrong)


def test_a_handler_may_not() -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        change(make.handler(), telephone="1")
