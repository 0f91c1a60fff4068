"""The town says anew who answers."""

import pytest

from tests import make
from yimen.journal.models import Entry
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.models import Remit
from yimen.routing.verbs import change_remits

pytestmark = pytest.mark.django_db
STOOD = {"town": "urban", "township": "", "village": ""}


def change(remits: dict[str, str], stood: dict[str, str] = STOOD, by: Actor | None = None) -> list[str]:
    make.town()
    return change_remits(
        by=by or make.administrator(), category=make.LAMP, remits=remits, seen=seen_as(stood), at=make.LATER
    )


def test_new_cases_go_to_the_new_department_and_open_ones_stay() -> None:
    open_one = make.case()
    assert change({"town": "housing"}) == ["town"]
    assert make.case(at=make.LATER).office.code == "KS-housing"
    assert make.fresh(open_one).office.code == "KS-urban"
    assert Entry.objects.get(code="category.remits_changed").facts == {"levels": "town"}


def test_a_newer_pack_keeps_what_the_town_set_added_and_took_away() -> None:
    change({"township": "township-office"})
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    kept = dict(Remit.objects.filter(category__code=make.LAMP).values_list("level", "function"))
    assert kept == {"town": "", "township": "township-office"}
    assert not loaded.catalogue
    assert f"{make.LAMP}@town function" in loaded.kept()
    assert make.case(at=make.LATER).office.code == "KS-township-office-1"


def test_nobody_answering_any_more_is_refused() -> None:
    with pytest.raises(Refused, match="Nobody answers"):
        change({})
    assert Remit.objects.get(category__code=make.LAMP).function == "urban"


def test_a_stale_page_is_refused_and_a_handler_may_not() -> None:
    with pytest.raises(Refused, match="just changed"):
        change({"town": "housing"}, stood=STOOD | {"town": "water"})
    with pytest.raises(Refused, match="Only an administrator"):
        change({"town": "housing"}, by=make.handler())
