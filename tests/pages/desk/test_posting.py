"""The mail room at the desk: letters on paper are printed one by one, then in the post."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.notifications.models import Letter
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
HERE = "/desk/mail-room/"


def test_the_list_tells_nothing_the_paper_all_and_then_it_is_in_the_post() -> None:
    make.case(tell=Way.POST, postal="Dolma\nHouse 3, Nawu", language="en", words="zqlamp")
    letter, client = Letter.objects.get(), browser(make.clerk())
    listed = text(client.get(HERE))
    assert "Letter" in listed
    assert not [word for word in ("Dolma", "zqlamp", letter.title) if word in listed]
    assert client.get(f"{HERE}{letter.pk}/").status_code == 404
    printed: Any = client.post(f"{HERE}{letter.pk}/", {"what": "print"})
    (paper,) = PdfReader(io.BytesIO(printed.content)).pages
    said = " ".join(paper.extract_text().split())
    assert "Dolma, House 3, Nawu" in said
    assert "You will hear from us by" in said
    assert len(looks_of(Case.objects.get().ref)) == 1
    done = text(client.post(f"{HERE}{letter.pk}/", {"what": "posted"}, follow=True))
    assert "where it went is forgotten" in done
    assert client.post(f"{HERE}{letter.pk}/", {"what": "print"}).status_code == 404


@pytest.mark.parametrize("who", ["one-door-1-clerk", "urban-handler", "town-office-administrator"])
def test_only_the_towns_own_desk_has_it(who: str) -> None:
    make.case(tell=Way.POST, postal="Dolma")
    client = browser(make.posted(who))
    assert client.get(HERE).status_code == 403
    assert client.post(f"{HERE}{Letter.objects.get().pk}/", {"what": "print"}).status_code == 403
