"""A town takes its categories, procedures and doors."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from yimen.journal.record import history
from yimen.kernel.models import editions
from yimen.kernel.taking import Changes
from yimen.people.rules import Operator
from yimen.routing.facts import CategoryFacts, DoorFacts, Offer, ProcedureFacts
from yimen.routing.models import Category, Door, Procedure, Remit
from yimen.routing.verbs import take_catalogue

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
QUICK = ProcedureFacts("quick", {"en": "Quick"}, "received", handle_limit="SOON", is_default=True)
SLOW = ProcedureFacts("slow", {"en": "Slow"}, "accepted", handle_limit="LATER")
COURT = DoorFacts("court", {"en": "Court"}, {"en": "Only a court may judge."})
STREETS = CategoryFacts("streets", {"en": "Streets"}, order=1)
LAMP = CategoryFacts(
    "streets.lamp", {"en": "Lamp"}, "streets", order=2, kinds=("fault",), procedure_code="quick", is_public=True
)
SUIT = CategoryFacts("streets.suit", {"en": "Lawsuit"}, "streets", order=3, door_code="court")
OFFER = Offer((COURT,), (QUICK, SLOW), (STREETS, LAMP, SUIT), {("streets.lamp", "town"): "urban"})

pytestmark = pytest.mark.django_db


def take(offer: Offer = OFFER) -> Changes:
    return take_catalogue(by=Operator(), pack="test", offer=offer, at=MONDAY)


def test_all_that_is_offered_is_taken() -> None:
    changes = take()
    codes = ("court", "quick", "slow", "streets", "streets.lamp", "streets.suit", "streets.lamp@town")
    assert changes == Changes(added=codes)
    lamp = Category.objects.get(code="streets.lamp")
    assert lamp.parent is not None
    assert lamp.parent.code == "streets"
    assert (lamp.procedure, lamp.door, lamp.kinds) == (Procedure.objects.get(code="quick"), None, ["fault"])
    assert Category.objects.get(code="streets.suit").door == Door.objects.get(code="court")
    [entry] = history("pack:test")
    assert (entry.code, entry.by, entry.facts) == (
        "pack.catalogue_taken", "operator", {"added": 7, "changed": 0, "retired": 0},
    )  # fmt: skip
    assert set(editions()) == {"routing"}


def test_the_same_again_is_no_change() -> None:
    take()
    before = editions()
    assert take() == Changes()
    assert len(history("pack:test")) == 1
    assert editions() == before


def test_a_leaf_may_come_before_its_branch() -> None:
    take(replace(OFFER, categories=(LAMP, STREETS)))
    assert Category.objects.get(code="streets.lamp").parent == Category.objects.get(code="streets")


def test_a_remit_that_ends_is_gone_and_told() -> None:
    take()
    moved = take(replace(OFFER, remits={("streets.lamp", "township"): "township-office"}))
    assert moved == Changes(added=("streets.lamp@township",), retired=("streets.lamp@town",))
    assert [str(r.level) for r in Remit.objects.all()] == ["township"]


def test_another_default_takes_the_place_of_the_first() -> None:
    take()
    offer = replace(OFFER, procedures=(replace(QUICK, is_default=False), replace(SLOW, is_default=True)))
    assert "slow" in take(offer).changed
    assert not take(offer)
    assert list(Procedure.objects.filter(is_default=True).values_list("code", flat=True)) == ["slow"]


def test_a_category_that_is_gone_keeps_its_remits() -> None:
    take()
    assert take(replace(OFFER, categories=(STREETS, SUIT), remits={})).retired == ("streets.lamp",)
    assert Remit.objects.count() == 1
    assert not Category.objects.get(code="streets.lamp").is_offered


def test_there_is_one_default_procedure_at_a_time() -> None:
    take()
    with pytest.raises(IntegrityError), transaction.atomic():  # procedure_one_default
        Procedure.objects.filter(code="slow").update(is_default=True)


def test_a_category_never_has_a_procedure_and_another_door() -> None:
    take()
    with pytest.raises(IntegrityError, match="category_has_a_procedure_or_another_door"), transaction.atomic():
        Category.objects.filter(code="streets.lamp").update(door=Door.objects.get())


def test_a_level_has_one_remit_of_a_category() -> None:
    take()
    with pytest.raises(IntegrityError), transaction.atomic():  # remit_once_per_level
        Remit.objects.create(category=Category.objects.get(code="streets.lamp"), level="town", function="water")
