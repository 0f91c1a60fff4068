"""Two mediators who accept at the same moment, as the first of a year: on PostgreSQL nobody waits before the row."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make_mediation as make_it
from yimen.mediation import verbs
from yimen.mediation.models import Mediation
from yimen.mediation.rooms.inside import NamedIn


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_first_two_of_a_year_get_two_numbers_though_they_come_at_once() -> None:
    named, together = [make_it.named().named(), make_it.named().named()], Barrier(2)

    def accept(by: NamedIn) -> None:
        together.wait(timeout=30)
        try:
            verbs.accept_naming(by=by, disclosure="nothing", at=make_it.AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(accept, named))
    assert list(Mediation.objects.order_by("serial").values_list("serial", flat=True)) == [1, 2]
