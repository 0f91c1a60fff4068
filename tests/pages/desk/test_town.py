"""The sections in the head of the desk, and what an administrator sets up."""

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text

pytestmark = pytest.mark.django_db


def test_the_administrator_finds_every_page_of_the_town() -> None:
    page = browser(make.administrator()).get("/desk/town/")
    assert page.status_code == 200
    assert 'href="/desk/calendar/"' in page.content.decode()


def test_others_read_why_not() -> None:
    page = browser(make.handler()).get("/desk/town/")
    assert page.status_code == 403
    assert "Only an administrator may do this." in text(page)


def test_each_role_has_its_own_sections_and_sees_where_it_is() -> None:
    ours = browser(make.handler()).get("/desk/").content.decode()
    assert '<a href="/desk/" aria-current="page">Cases</a>' in ours
    assert 'href="/desk/town/"' not in ours
    theirs = browser(make.administrator()).get("/desk/town/").content.decode()
    assert '<a href="/desk/town/" aria-current="page">The town</a>' in theirs
    assert ">Cases</a>" not in theirs
