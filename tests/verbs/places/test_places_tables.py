"""What the table of places itself forbids, whoever writes."""

import pytest
from django.db import IntegrityError
from django.db.models import F

from yimen.places.models import Place

pytestmark = pytest.mark.django_db


def test_only_a_town_stands_alone() -> None:
    Place.objects.create(code="T", level="town", path="T/")
    with pytest.raises(IntegrityError, match="place_below_the_town_has_a_parent"):
        Place.objects.create(code="A", level="area", path="A/")


def test_a_place_does_not_lie_in_itself() -> None:
    town = Place.objects.create(code="T", level="town", path="T/")
    with pytest.raises(IntegrityError, match="place_is_not_its_own_parent"):
        Place.objects.filter(pk=town.pk).update(parent=F("id"))


def test_a_code_is_there_once() -> None:
    Place.objects.create(code="T", level="town", path="T/")
    with pytest.raises(IntegrityError, match="code"):
        Place.objects.create(code="T", level="town", path="T/")
