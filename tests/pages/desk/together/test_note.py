"""A note for colleagues, and the kind of a case that is mended: what the desk and the resident read."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests import make
from tests.make_colleagues import shared_case
from tests.pages.desk.browsing import browser, opened, text
from tests.pages.public.visiting import opened as own_case
from yimen.cases.verbs import note_case
from yimen.kernel.clock import now
from yimen.privacy.rules import purposes_of
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
WORDS = "zqnote: the key is with the caretaker"


def test_colleagues_read_it_and_an_office_asked_for_its_part_does_not() -> None:
    case, _ = shared_case(at=now())
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/"
    typed = {"version": make.fresh(case).version, "text": WORDS}
    page = text(client.post(f"{here}note/", typed, follow=True))
    assert "The note stands in the story." in page
    assert WORDS in page
    assert WORDS in text(opened(make.supervisor("urban"), case.pk).get(here))
    again = text(client.post(f"{here}note/", typed))
    assert "Somebody has just changed this" in again
    assert f"{WORDS}</textarea>" in again
    housing = browser(make.handler("housing"))
    purpose = next(iter(purposes_of(make.handler("housing").role, is_part=True)))
    housing.post(here, {"purpose": purpose})
    for path in ("", "our-part/", "note/"):
        page = text(housing.get(f"{here}{path}"))
        assert WORDS not in page
    assert "Note for colleagues" in text(housing.get(here))


def test_its_resident_reads_that_it_was_written_by_which_office_and_no_word_of_it() -> None:
    client, case = own_case("accepted_case")
    note_case(by=make.handler(), case=make.fresh(case), text=WORDS, at=now())
    page = text(client.get("/case/"))
    assert "The office wrote a note for its colleagues." in page
    assert page.count("Urban office · Handler") >= 2
    copied: Any = client.post("/case/copy/")
    with zipfile.ZipFile(io.BytesIO(b"".join(copied.streaming_content))) as copy:
        own = copy.read("case.json").decode()
    assert "The office wrote a note for its colleagues." in own
    assert "zqnote" not in page + own


def test_the_kind_is_mended_on_a_page_and_the_resident_reads_what_it_is_now() -> None:
    resident, case = own_case("accepted_case", kind=Kind.HELP)
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/kind/"
    form = text(client.get(here))
    assert re.search(r'value="help"[^>]*checked', form)
    typed = {"version": make.fresh(case).version, "kind": "thanks", "category": make.LAMP}
    assert "not for this kind of matter" in text(client.post(here, typed))
    done = text(client.post(here, typed | {"kind": "fault"}, follow=True))
    assert "The kind is mended. The resident is told." in done
    page = text(resident.get("/case/"))
    assert "The office corrected what kind of matter your case is." in page
    assert "Something is broken" in page


def test_a_case_about_ones_own_office_is_gone_from_the_desk_that_mended_it() -> None:
    case = make.fresh(make.accepted_case(at=now(), kind=Kind.HELP))
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/"
    typed = {"version": case.version, "kind": "fault", "category": make.LAMP, "about_office": "KS-urban"}
    assert client.post(f"{here}kind/", typed)["Location"] == "/desk/"
    assert client.get(here).status_code == 404


def test_notes_cost_one_statement(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    case = make.accepted_case()
    for _ in range(3):
        note_case(by=make.handler(), case=make.fresh(case), text=WORDS, at=now())
    client = opened(make.handler(), case.pk)
    client.get(f"/desk/cases/{case.pk}/")
    with sql(at_most=12):
        assert text(client.get(f"/desk/cases/{case.pk}/")).count(WORDS) == 3
