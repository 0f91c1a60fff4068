"""A committee."""

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Committee,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_an_administrator_of_the_whole_town_sets_it_up_once() -> None:
    made = make_it.committee()
    assert history(f"committee:{made.pk}")[0].code == "committee.set_up"
    plan = verbs.CommitteePlan("KS-town", "town", made.office_id, {"en": "Again"}, "x")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="already"):
        verbs.set_up_committee(by=make.administrator(), plan=plan, at=AT)
    for by in (make_it.mediator(), make.handler(), make.supervisor()):
        with pytest.raises(Refused, match="administrator"):
            verbs.set_up_committee(by=by, plan=plan, at=AT)


def test_its_composition_is_one_yes_and_names_nobody() -> None:
    made = make_it.committee()
    verbs.set_up_well(by=make.administrator(), committee=made, composed_well=True, at=AT)
    assert Committee.objects.get(pk=made.pk).composed_well
