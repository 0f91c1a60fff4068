"""What a committee mediates, and where besides its own area."""

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.coming import Person
from yimen.mediation.committees.listing import committees, proposed
from yimen.mediation.committees.rules import Level, Why
from yimen.mediation.rules import Kind
from yimen.routing.town import the_town

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_it_takes_these_types_from_now_on() -> None:
    made = make_it.committee()
    verbs.set_purview(by=make.administrator(), committee=made, kinds=[Kind.LABOUR], places=[], at=AT)
    with pytest.raises(Refused, match="type of dispute"):
        make_it.applied()
    make_it.applied(kind=Kind.LABOUR)
    two = (Person("A"), Person("B"))
    with pytest.raises(Refused, match="type of dispute"):
        verbs.offer_to_mediate(by=make_it.mediator(), wanted=verbs.Offering(made.pk, Kind.LAND, two, "x", "y"), at=AT)
    verbs.set_purview(by=make.OPERATOR, committee=made, kinds=[], places=[], at=AT)
    make_it.applied(kind=Kind.LAND)


def test_it_is_proposed_where_it_serves_besides_and_a_trade_only_for_its_type() -> None:
    village = make_it.committee("KS-village", level=Level.VILLAGE)
    town, on = the_town(), day_of(AT)
    other = next(place for place in town.places.by_id.values() if place.level == "village")
    home = town.offices.by_id[village.office_id].place_path
    (found, why) = proposed(committees(on), home, town) or (None, [])
    assert (found and found.code, why) == ("KS-village", [Why.NEAREST])
    trade = make_it.committee("KS-trade", level=Level.TRADE)
    verbs.set_purview(by=make.OPERATOR, committee=trade, kinds=[Kind.TRAFFIC], places=[], at=AT)
    (found, why) = proposed(committees(on), other.path, town, Kind.TRAFFIC) or (None, [])
    assert (found and found.code, Why.TYPE in why) == ("KS-trade", True)
    (found, why) = proposed(committees(on), other.path, town, Kind.LAND) or (None, [])
    assert getattr(found, "code", "") == "KS-village"
    verbs.set_purview(by=make.OPERATOR, committee=trade, kinds=[], places=[other.code], at=AT)
    listed = [one for one in committees(on) if one.code == "KS-trade"]
    assert proposed(listed, other.path, town) is None, "those of a trade are never proposed for an area alone"


def test_only_by_an_administrator_and_only_places_that_there_are() -> None:
    made = make_it.committee()
    with pytest.raises(Refused, match="no place with this code: XX"):
        verbs.set_purview(by=make.OPERATOR, committee=made, kinds=[], places=["XX"], at=AT)
    with pytest.raises(Refused, match="administrator"):
        verbs.set_purview(by=make.supervisor(), committee=made, kinds=[], places=[], at=AT)
