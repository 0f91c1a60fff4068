"""The pages of the figures: for the justice bureau at the desk, and for everybody."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from tests import make
from tests import make_mediation as make_it
from tests.pages.desk.browsing import browser, text
from yimen.kernel.clock import day_of, now
from yimen.mediation.counted.rules import quarter_of
from yimen.stats.models import MediationCount, MediationRelease

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
Sql = Callable[..., AbstractContextManager[list[str]]]


def test_the_desk_reads_its_committees_as_tables_and_as_a_file() -> None:
    names = {"en": "=cmd|committee"}
    committee, quarter = make_it.committee(names=names), quarter_of(day_of(now()))
    MediationCount.objects.create(committee=committee, quarter=quarter, what="kind", which="labour", number=3)
    page = browser(make_it.mediator()).get("/desk/mediations/figures/")
    assert "Received, by type" in text(page)
    assert '<td class="y-number">3</td>' in text(page)
    table = browser(make.administrator()).get("/desk/mediations/figures/?format=csv")
    assert table["Content-Type"].startswith("text/csv")
    last = text(table).splitlines()[-1]
    assert last.startswith(f"{quarter.year}-Q")
    assert "'=cmd|committee" in last, "no cell is a formula"
    assert last.endswith(",3")
    for who in (make.supervisor(), make.handler()):
        assert browser(who).get("/desk/mediations/figures/").status_code == 404
    assert browser(make.administrator()).get("/desk/mediations/figures/?committee=9999").status_code == 404


def test_everybody_reads_the_release_and_not_what_is_hidden(sql: Sql) -> None:
    client = Client(headers={"Accept-Language": "en"})
    assert "There are no numbers yet" in text(client.get("/figures/mediation/"))
    for which, number in (("labour", 25), ("family", None), ("land", 0)):
        MediationRelease.objects.create(quarter=date(2026, 4, 1), what="kind", which=which, number=number)
    with sql(at_most=3):
        page = text(client.get("/figures/mediation/"))
    assert "2026, quarter 2" in page
    assert '<td class="y-number">25</td>' in page
    assert "not shown" in page
    table = text(client.get("/figures/mediation/?quarter=2026-Q2&format=csv"))
    assert '2026-Q2,"Received, by type",Marriage and family,\r\n' in table
    assert client.get("/figures/mediation/?quarter=2020-Q1").status_code == 404
