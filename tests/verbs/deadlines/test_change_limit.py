"""The town sets a limit itself; what runs keeps what was promised, and no pack overwrites it."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from yimen.deadlines.models import Limit, Term
from yimen.deadlines.queries import limit_as_it_stands
from yimen.deadlines.verbs.change_limit import change_limit
from yimen.deadlines.verbs.take_limits import OfferedLimit
from yimen.journal.models import Entry
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.models import Own
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor

pytestmark = pytest.mark.django_db
CODE = "HOT_REPLY"


def stands() -> tuple[OfferedLimit, str]:
    """The limit as it stands, and the mark of it."""
    make.town()
    fields = limit_as_it_stands(CODE)
    assert fields
    return OfferedLimit(code=CODE, **fields), seen_as(fields)


def change(by: Actor | None = None, **fields: Any) -> list[str]:  # noqa: ANN401 – any field of a limit
    limit, seen = stands()
    return change_limit(by=by or make.administrator(), limit=replace(limit, **fields), seen=seen, at=make.LATER)


def test_new_cases_get_the_new_length_and_running_terms_keep_theirs() -> None:
    before = make.case()
    assert change(length=3) == ["length"]
    after = make.case(at=make.LATER)
    steps = [Term.objects.get(subject=case.ref, limit__code=CODE).steps for case in (before, after)]
    assert [next(s["n"] for s in each if s["k"] == "length") for each in steps] == [5, 3]
    entry = Entry.objects.get(code="limit.changed")
    assert (entry.code, entry.facts) == ("limit.changed", {"length": 3, "unit": "wd"})


def test_a_newer_pack_does_not_overwrite_it_and_says_so() -> None:
    change(length=3)
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert Limit.objects.get(code=CODE).length == 3
    assert loaded.kept() == ["HOT_REPLY length"]
    assert not loaded
    assert packs_say("deadlines.Limit", CODE) == {"length": 5}


def test_a_town_that_comes_back_to_its_pack_follows_it_again() -> None:
    change(length=3)
    change(length=5)
    assert not Own.objects.exists()
    assert load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER).kept() == []


def test_a_pack_that_comes_round_to_the_town_ends_the_difference() -> None:
    change(length=3)
    Own.objects.update(packs=4)
    Limit.objects.filter(code=CODE).update(length=5)
    assert load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER).kept() == []
    assert not Own.objects.exists()


def test_nothing_changed_is_nothing_written() -> None:
    assert change() == []
    assert not Entry.objects.filter(code="limit.changed").exists()


def test_a_stale_page_is_refused() -> None:
    limit, seen = stands()
    change(length=3)
    with pytest.raises(Refused, match="just changed"):
        change_limit(by=make.administrator(), limit=replace(limit, length=9), seen=seen, at=make.LATER)
    assert Limit.objects.get(code=CODE).length == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"length": 0},
        {"length": 367},
        {"unit": "y"},
        {"extra_unit": ""},
        {"law": " "},
        {"names": {}},
        {"law": "§" * 201},
    ],
)
def test_what_no_pack_may_have_no_town_may_have(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        change(**wrong)
    assert not Own.objects.exists()


def test_only_the_administrator_of_the_whole_town_may() -> None:
    for by in (make.handler(), make.supervisor()):
        with pytest.raises(Refused, match="Only an administrator"):
            change(by, length=3)
    with pytest.raises(Refused, match="whole town"):
        change(replace(make.administrator(), place_path="1/2/"), length=3)


def test_own_once_per_cell() -> None:
    """own_once_per_cell"""
    from django.db import IntegrityError, transaction  # noqa: PLC0415 – for this test alone

    change(length=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Own.objects.create(table="deadlines.Limit", row=CODE, field="length", packs=1)
