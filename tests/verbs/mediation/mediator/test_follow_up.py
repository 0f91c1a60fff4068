"""What became of it."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.models import (
    Agreement,
    Undertaking,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


@pytest.mark.parametrize(
    ("kept", "ending"), [(Kept.PERFORMED, "performed"), (Kept.NOT, "not_performed"), (Kept.PARTLY, "partly")]
)
def test_it_ends_as_it_was_kept(kept: Kept, ending: str) -> None:
    talk = make_it.agreed()
    with pytest.raises(Refused, match="each undertaking"):
        verbs.follow_to_the_end(by=talk.mediator(), at=AT)
    verbs.follow_up(by=talk.mediator(), undertaking=talk.written().undertakings[0], kept=kept, at=AT)
    verbs.follow_to_the_end(by=talk.mediator(), at=AT)
    assert talk.row.ending == ending


def test_not_one_of_another_mediation() -> None:
    talk, other = make_it.agreed(), make_it.agreed()
    with pytest.raises(Refused):
        verbs.follow_up(by=talk.mediator(), undertaking=other.written().undertakings[0], kept=Kept.NOT, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():  # undertaking_once
        Undertaking.objects.create(agreement=Agreement.objects.all()[0], place=0, side=1, due_on=day_of(AT))
