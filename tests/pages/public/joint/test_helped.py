"""A case that somebody brings for somebody else: two receipts, and what each of them shows."""

import re
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import opened as at_desk
from tests.pages.public.joint.test_together import codes_on
from tests.pages.public.visiting import browser, filled, text
from yimen.cases.models import Case
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db
HELPED = {"consent": "spoken", "is_followed": "on"}


def brought(**fields: str) -> tuple[Client, list[str], str]:
    """The helper's browser, the codes on the page, and the page."""
    make.town()
    client = browser()
    page = client.post("/tell/", filled(**HELPED | fields))
    return client, codes_on(page), text(page)


def resident_with(code: str) -> Client:
    """Whoever it was brought for, at a browser of their own."""
    client = browser()
    assert client.post("/follow/", {"receipt": code}).status_code == 302
    return client


def test_the_helper_sees_where_it_stands_and_no_word_of_it() -> None:
    helper, codes, page = brought(place_words="zqplace")
    assert len(codes) == 2
    assert "The receipt, to give to whoever you bring this for" in page
    seen = text(helper.get("/case/"))
    assert "Where the case stands" in seen
    assert "Received" in seen
    assert not [w for w in ("street lamp", "zqplace", "lighting", "What happened", "Letters to you") if w in seen]
    make.answered(Case.objects.get(), at=now())
    assert "The lamp burns again." not in text(helper.get("/case/"))
    again = resident_with(codes[1])
    assert "Where the case stands" in text(again.get("/case/"))


@pytest.mark.parametrize(
    "path",
    "remarks reply rating reopening withdrawal somebody-else copy erasure looks others leave-taking helper me-too"
    " files/1".split(),
)
def test_every_other_page_leads_the_helper_back(path: str) -> None:
    helper, _, _ = brought()
    for answer in (helper.get(f"/case/{path}/"), helper.post(f"/case/{path}/", {"text": "x", "sure": "on"})):
        assert (answer.status_code, answer["Location"]) == (302, "/case/")
    assert Case.objects.get().state == "received"
    assert Case.objects.get().version == 1


def test_its_resident_reads_how_they_agreed_and_ends_it_with_one_button() -> None:
    helper, codes, _ = brought()
    mine = resident_with(codes[0])
    page = text(mine.get("/case/"))
    assert "Somebody brought this case for you, with your consent: spoken." in page
    version = re.findall(r'action="/case/helper/">\s*<input type="hidden" name="version" value="(\d+)"', page)[0]
    stale = text(mine.post("/case/helper/", {"version": int(version) + 1}, follow=True))
    assert "Somebody has just changed this" in stale
    done = text(mine.post("/case/helper/", {"version": version}, follow=True))
    assert "The helper’s receipt opens nothing any more." in done
    assert "/case/helper/" not in done
    assert helper.get("/case/")["Location"].startswith("/follow/")


def test_without_a_receipt_of_their_own_the_helpers_browser_knows_nothing() -> None:
    client, codes, page = brought(is_followed="")
    assert len(codes) == 1
    assert "See my case" not in page
    assert client.get("/case/").status_code == 302


def test_a_receipt_without_consent_is_asked_about_and_nothing_is_lost() -> None:
    make.town()
    page = text(browser().post("/tell/", filled(is_followed="on")))
    assert "Please say how they agreed." in page
    assert "The street lamp at the bridge is dark." in page
    assert not Case.objects.exists()


def test_the_desk_reads_that_a_helper_brought_it_and_opens_nothing_by_their_receipt(sql: Any) -> None:  # noqa: ANN401
    _, codes, _ = brought()
    case = Case.objects.get()
    client = at_desk(make.handler(), case.pk)
    assert "Brought by a helper" in text(client.get(f"/desk/cases/{case.pk}/"))
    assert "helper’s receipt" in text(client.post("/desk/search/receipt/", {"receipt": codes[1]}))
    assert client.post("/desk/search/receipt/", {"receipt": codes[0]}).status_code == 302
    helper = resident_with(codes[1])
    with sql(at_most=4):
        helper.get("/case/")
