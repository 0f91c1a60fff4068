"""Counters of a centre."""

import pytest

from tests import make
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.people.serving import CounterFacts, all_counters
from yimen.people.verbs.set_up_counter import set_up_counter

pytestmark = pytest.mark.django_db


def test_a_counter_more_or_another_name_for_one() -> None:
    office = make.town().offices.by_code["KS-one-door"]
    for names in ({"en": "Letters"}, {"en": "Letters and calls", "bo": ""}):
        set_up_counter(by=make.administrator(), office=office.code, number=4, names=names, at=make.MONDAY)
    found = all_counters(make.town().editions["people"])[office.id]
    assert found[-1] == CounterFacts(4, {"en": "Letters and calls"})
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert Entry.objects.filter(code="counter.set_up", subject=f"office:{office.id}").count() == 2


@pytest.mark.parametrize(
    ("who", "office", "number", "why"),
    [
        ("clerk", "KS-one-door", 4, "Only an administrator"),
        ("administrator", "KS-urban", 1, "Only a centre"),
        ("administrator", "KS-one-door", 0, "from 1 to 60"),
        ("administrator", "KS-one-door", 61, "from 1 to 60"),
    ],
)
def test_only_an_administrator_only_in_a_centre_only_with_a_number(
    who: str, office: str, number: int, why: str
) -> None:
    by = getattr(make, who)()
    with pytest.raises(Refused, match=why):
        set_up_counter(by=by, office=office, number=number, names={}, at=make.MONDAY)
