"""Several bring one case: invitations, a receipt for each, and taking oneself out."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import make
from tests.make_joint import joint_case
from tests.pages.public.visiting import browser, code_on, filled, opened, text
from yimen.cases.models import Case, Holder
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce
from yimen.public.here import remember

pytestmark = pytest.mark.django_db
FIRST, SECOND = "first@example.org", "second@example.org"


def codes_on(response: Any) -> list[str]:  # noqa: ANN401 – the test client's own type
    """All codes of the page, in their order."""
    found = re.findall(r'class="y-receipt".*?</strong>', text(response), re.DOTALL)
    return [re.sub(r"<[^>]*>|class=\"y-receipt\"[^>]*>|\s", "", each) for each in found]


def join(code: str, client: Client | None = None, **fields: str) -> Any:  # noqa: ANN401
    """The form as a browser sends it."""
    typed = {"nonce": new_nonce(), "invitation": code, "tell": "here", "language": "en"} | fields
    return (client or browser()).post("/join/", typed)


def brought(**fields: str) -> tuple[Client, list[str]]:
    """A case with two invitations: the first one's browser, and the codes on its page."""
    make.town()
    client = browser()
    page = client.post("/tell/", filled(others="2", tell="email", email=FIRST, **fields))
    return client, codes_on(page)


def test_the_receipt_comes_with_invitations_and_each_becomes_a_receipt() -> None:
    first, (receipt, one, two) = brought()
    second = browser()
    page = join(one.lower(), second, tell="email", email=SECOND)
    assert "You stand in this case" in text(page)
    assert code_on(page) not in {receipt, one, two, ""}
    seen = text(second.get("/case/"))
    assert "You and 1 other stand in this case." in seen
    assert "The street lamp at the bridge is dark." in seen
    assert "You joined this case." in seen
    assert "One more stands in the case." in text(first.get("/case/"))
    assert "used or taken back" in text(join(one))


def test_nobody_reads_how_the_others_are_reached_nor_their_letters() -> None:
    first, (_, one, _two) = brought(contact_name="First One", language="zh-hans")
    second = browser()
    join(one, second, tell="email", email=SECOND)
    case = Case.objects.get()
    Case.objects.change(case, needs="large")
    make.answered(case, at=clock.now())
    pages = [text(second.get(path)) for path in ("/case/", "/case/others/", "/case/looks/", "/case/rating/")]
    copied: Any = second.post("/case/copy/")
    with zipfile.ZipFile(io.BytesIO(b"".join(copied.streaming_content))) as copy:
        own = json.loads(copy.read("case.json"))
    assert (own["case"]["email"], own["case"]["contact_name"]) == (SECOND, "")
    assert "needs" not in own["case"]
    assert {letter["title"] for letter in own["letters"]} == {
        "Several stand in this case now", "Your case has been accepted", "There is an answer to your case"
    }  # fmt: skip
    everything = "".join([*pages, json.dumps(own, ensure_ascii=False)])
    assert not [word for word in (FIRST, "First One", "您好", "Large print") if word in everything]
    theirs = text(first.get("/case/"))
    assert SECOND not in theirs
    assert "Large print" in theirs
    assert "您好" in theirs


def test_invitations_are_made_later_and_taken_back() -> None:
    client, case = opened()
    form = text(client.get("/case/others/"))
    assert "Nobody else stands in this case." in form
    typed = {"nonce": new_nonce(), "count": "3", "version": case.version}
    made = client.post("/case/others/", typed)
    assert len(codes_on(made)) == 3
    assert codes_on(client.post("/case/others/", typed)) == codes_on(made)  # a reload shows the same ones
    again = text(client.get("/case/others/"))
    assert "3 invitations have not been used yet." in again
    assert '<option value="2"' not in again  # room for one more
    stale = client.post("/case/others/", {"take_back": "yes", "version": case.version}, follow=True)
    assert "Somebody has just changed this" in text(stale)
    version = make.fresh(case).version
    done = client.post("/case/others/", {"take_back": "yes", "version": version}, follow=True)
    assert "let nobody in any more" in text(done)
    assert "used or taken back" in text(join(codes_on(made)[0]))


def test_more_than_there_is_room_for_is_refused_and_whoever_joined_invites_nobody() -> None:
    client, case = opened(others=3)
    too_many = client.post("/case/others/", {"nonce": new_nonce(), "count": "2", "version": case.version})
    assert "room for 1 more" in text(too_many)
    _, (_, one, _two) = brought()
    second = browser()
    join(one, second)
    assert "/case/others/" not in text(second.get("/case/"))
    page = text(second.get("/case/others/"))
    assert "Only whoever brought the case invites others." in page
    assert "<select" not in page


def test_one_leaves_and_the_browser_and_the_receipt_know_nothing_of_the_case() -> None:
    first, (_, one, _two) = brought()
    second = browser()
    code = code_on(join(one, second))
    assert "/case/withdrawal/" not in text(second.get("/case/"))
    assert "Others stand in this case with you." in text(first.get("/case/withdrawal/"))
    form = text(second.get("/case/leave-taking/"))
    version = re.findall(r'name="version"\s+value="(\d+)"', form)[0]
    left = second.post("/case/leave-taking/", {"sure": "on", "version": version})
    assert "The case goes on for the others." in text(left)
    assert second.get("/case/")["Location"].startswith("/follow/")
    assert "We know no case with this receipt" in text(second.post("/follow/", {"receipt": code}))
    assert "One of you left the case." in text(first.get("/case/"))
    assert "Nobody else stands in this case." in text(first.get("/case/"))


def test_what_is_no_invitation_is_refused_in_words_and_guessing_is_slowed_down() -> None:
    make.town()
    assert "one of them seems mistyped" in text(join("7K2MP-9QXR4-AAAAA"))
    unknown = make.receipt().code
    assert "used or taken back" in text(join(unknown))
    nothing = join("", nonce="short")
    assert nothing.status_code == 200
    assert not Holder.objects.exists()
    answers = [join(unknown) for _ in range(25)]
    assert answers[-1].status_code == 429


def test_ones_own_case_costs_no_statement_more(sql: Any) -> None:  # noqa: ANN401
    first, _ = opened(others=1)
    first.get("/case/")
    with sql() as alone:
        first.get("/case/")
    _, other = joint_case(at=clock.now())
    second = browser()
    second.cookies = remember(HttpResponse(), other).cookies
    with sql(at_most=len(alone)):
        assert second.get("/case/").status_code == 200
