"""Letters on paper at the desk: brought in, put in order, written down beside their scan."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import make, make_scans
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.cases.queries import case_by_receipt
from yimen.files.queries import files_of
from yimen.intake.models import Scan, Sheet
from yimen.kernel.clock import day_of, now
from yimen.kernel.receipts import new_nonce
from yimen.people.models import Post
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
HERE = "/desk/scans/"


def photo(number: int = 1, name: str = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name or f"IMG_{number}.jpg", make_scans.page(number))


def begun(client: Client, *files: SimpleUploadedFile, **typed: str) -> Any:  # noqa: ANN401 – the client's own
    form = {"nonce": new_nonce(), "language": "zh-hans", "files": list(files)} | typed
    return client.post(HERE, form)


def filled(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 – any field of the form
    usual = {
        "nonce": new_nonce(), "words": "The lamp at the bridge is dark.", "category": "street light", "place": "Nawu",
        "place_words": "", "kind": "fault", "language": "en", "tell": "here", "phone": "", "email": "",
        "contact_name": "", "about_office": "", "consent": "", "channel": "letter",
        "came_on": day_of(now()).isoformat(),
    }  # fmt: skip
    return usual | fields


def test_from_photos_in_any_order_to_a_case_with_its_receipt_without_javascript(
    sql: Callable[..., AbstractContextManager[list[str]]],
) -> None:
    make.town()
    client = browser(make.clerk())
    answer = begun(client, photo(2), photo(1))
    scan = Scan.objects.get()
    assert answer.headers["Location"] == f"{HERE}{scan.pk}/"
    second, first = make_scans.sheets(scan)
    client.post(f"{HERE}{scan.pk}/", {"version": scan.version, "what": f"up:{first.pk}"})
    assert [sheet.pk for sheet in make_scans.sheets(scan)] == [first.pk, second.pk]
    Sheet.objects.filter(pk=first.pk).update(state="read", text="zqfirst words", next_at=None)
    with sql(at_most=10):
        page = text(client.get(f"{HERE}{scan.pk}/"))
    assert "1 of 2 pages are read." in page
    assert 'hx-trigger="every 3s"' in page
    writing = f"{HERE}{scan.pk}/words/"
    with sql(at_most=10):
        page = text(client.get(writing))
    assert "zqfirst words" in page
    assert "1 page is still being read" in page
    assert "In danger? Call at once:" in page
    form = filled(needs=["aloud"])
    receipt = text(client.post(writing, form))
    again = text(client.post(writing, form))
    case = Case.objects.get()
    codes = {
        re.sub(r"<[^>]*>|\s", "", found) for found in re.findall(r'y-receipt"[^>]*>(.*?)</strong>', receipt + again)
    }
    assert len(codes) == 1
    assert case_by_receipt(codes.pop(), address="", at=make.MONDAY) == case
    assert (case.channel, case.needs, case.words) == ("letter", "aloud", "The lamp at the bridge is dark.")
    assert [file.type for file in files_of(case.ref)] == ["application/pdf"]
    assert Scan.objects.count() == 0
    assert client.get(writing).status_code == 404


def test_a_file_that_is_none_is_refused_by_its_name_and_nothing_begins() -> None:
    make.town()
    page = text(begun(browser(make.clerk()), photo(name="letter.exe")))
    assert "letter.exe is a program or a script" in page
    assert "choose your files again" in page
    assert "Please choose" in text(begun(browser(make.clerk())))
    assert Scan.objects.count() == 0


def test_the_list_shows_nothing_of_it_and_a_colleagues_letter_is_closed_until_the_look_is_noted() -> None:
    scan = make_scans.scan(1)
    Sheet.objects.update(text="zqwords", state="read", next_at=None)
    other = Post.objects.filter(office_id=make.clerk().office_id, role="supervisor").get()
    Scan.objects.update(post=other)
    client, (sheet,) = browser(make.clerk()), scan.sheets.all()
    pages = [text(client.get(HERE)), text(client.get(f"{HERE}{scan.pk}/"))]
    assert "A colleague has it in hand" in pages[0]
    assert "Go on with it" in pages[1]
    assert not [page for page in pages if "zqwords" in page or f"/pages/{sheet.pk}/" in page]
    assert client.get(f"{HERE}{scan.pk}/words/").status_code == 404
    assert client.get(f"{HERE}pages/{sheet.pk}/").status_code == 404
    client.post(f"{HERE}{scan.pk}/", {"version": scan.version, "what": "continue"})
    assert "zqwords" in text(client.get(f"{HERE}{scan.pk}/words/"))
    picture: Any = client.get(f"{HERE}pages/{sheet.pk}/?small")
    assert (picture.headers["Content-Type"], make_scans.bars(picture.content)) == ("image/jpeg", 1)
    assert "no-store" in picture.headers["Cache-Control"]
    assert len(looks_of(scan.ref)) == 1


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"words": " "}, "Please fill this in"),
        ({"came_on": (day_of(now()) + timedelta(days=1)).isoformat()}, "This day has not come yet"),
        ({"came_on": "2020-01-01"}, "more than 60 days ago"),
        ({"about_office": "KS-one-door"}, "about your own office"),
        ({"category": "fire-119"}, "Nothing in the list"),
    ],
)
def test_a_no_is_said_in_words_and_neither_words_nor_pages_are_lost(wrong: dict[str, str], why: str) -> None:
    scan = make_scans.scan(1)
    page = text(browser(make.clerk()).post(f"{HERE}{scan.pk}/words/", filled(place_words="zqplace") | wrong))
    assert why in page
    assert "zqplace" in page
    assert (Case.objects.count(), len(make_scans.sheets(scan))) == (0, 1)


def test_more_pages_turned_taken_out_and_put_away_and_a_stale_page_is_told() -> None:
    scan = make_scans.scan(1)
    client, here = browser(make.clerk()), f"{HERE}{scan.pk}/"

    def press(what: str, version: int | None = None, **more: Any) -> str:  # noqa: ANN401 – files
        row = Scan.objects.get()
        return text(client.post(here, {"version": version or row.version, "what": what} | more, follow=True))

    press("more", files=[photo(2)])
    first, second = make_scans.sheets(scan)
    press(f"right:{second.pk}")
    press(f"out:{first.pk}")
    assert [(sheet.pk, sheet.turn) for sheet in make_scans.sheets(scan)] == [(second.pk, 1)]
    for what, version in ((f"left:{second.pk}", 1), ("nonsense", None), ("left:nonsense", None)):
        assert "just changed" in press(what, version)
    assert "the only page" in press(f"out:{second.pk}")
    assert "There is no page here" in press("more")
    assert "It is put away" in press("discard")
    assert client.get(here).status_code == 404


@pytest.mark.parametrize("who", ["urban-handler", "one-door-supervisor", "town-office-administrator"])
def test_only_clerks_bring_letters_in(who: str) -> None:
    make.town()
    assert browser(make.posted(who)).get(HERE).status_code == 403
