"""Without a signal: what was opened once works, what is written is kept on the telephone, and is sent exactly once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import make, make_map
from tests.journeys.photos import photo
from tests.journeys.walking import PHONE, Walker
from yimen.cases.models import Case
from yimen.files.queries import files_of

pytestmark = [pytest.mark.journey, pytest.mark.slow]
WORDS = "桥边的路灯不亮了，三个晚上了。"
#: What this browser still knows: rows, pages, workers.
KNOWS = """async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const rows = names.includes("yimen") ? (await kept.all()).length + (await kept.all("wallet")).length : 0;
    return [rows, await caches.has("yimen"), (await navigator.serviceWorker.getRegistrations()).length];
}"""
#: The worker is at work. Asked in the page, because its policy lets nobody evaluate words there from outside.
CONTROLLED = """async () => {
    const isReady = async () => navigator.serviceWorker.controller && (await caches.match("/kept/"));
    while (!(await isReady())) await new Promise((done) => { setTimeout(done, 50); });
}"""


def test_what_is_written_without_a_signal_is_sent_once_when_there_is_one(
    somebody: Callable[..., Walker], tmp_path: Path
) -> None:
    """In a valley without a signal: a photo, the tab closed; days later one case, and its receipt on the telephone."""
    make.town()
    (tmp_path / "lamp.jpg").write_bytes(photo())
    resident = somebody(PHONE, "zh-hans").open("/tell/")
    resident.page.evaluate(CONTROLLED)
    sees_the_towns_own_map(resident)
    resident.open("/answers/")
    written_in_the_valley(resident, tmp_path / "lamp.jpg")
    assert not Case.objects.exists()

    resident.context.set_offline(False)
    resident.another_tab().open("/")
    resident.page.locator("[data-state=sent]").wait_for()
    case = Case.objects.get()
    assert (case.words, len(files_of(case.ref))) == (WORDS, 1)
    resident.go(resident.page.locator("[data-kept] a").click)
    receipt_is_kept(resident)
    leaves_quickly(resident)
    assert Case.objects.count() == 1


def sees_the_towns_own_map(resident: Walker) -> None:
    """Drawn on the telephone from the town's file, and asked for only when somebody wants it."""
    asked: list[str] = []
    path = make_map.town_map(is_drawn=True)
    resident.page.on("request", lambda request: asked.append(request.url) if "/map/" in request.url else None)
    resident.open("/tell/").unfold("Where it is")
    assert asked == []
    resident.page.locator("[data-map]").click()
    resident.page.locator("#map canvas").first.wait_for()
    assert any("/map/draw.js" in url for url in asked)
    assert resident.page.locator("#map .leaflet-control-attribution").inner_text() == "Drawn for a test"
    path.unlink()


def written_in_the_valley(resident: Walker, picture: Path) -> None:
    """The form from this browser's own copy; "Send" leads to what is kept, and so does a page that was never opened."""
    resident.context.set_offline(True)
    resident.another_tab().open("/tell/")
    assert resident.page.locator("[data-kept-note]").is_visible()
    resident.unfold("Photos or documents").page.locator("[type=file]").set_input_files(picture)
    resident.fill(words=WORDS).press("Send")
    assert resident.page.url.endswith("/kept/")
    assert resident.reads("Kept on this phone, not sent yet")
    assert WORDS in resident.text()
    resident.open("/answers/")
    resident.another_tab().open("/serves/")
    assert WORDS in resident.text()


def receipt_is_kept(resident: Walker) -> None:
    """With the receipt in hand the words leave the phone; the receipt stays if its resident wants that."""
    code = resident.page.locator("[data-kept-list] .y-receipt").inner_text()
    assert WORDS not in resident.text()
    resident.one("Keep the receipt on this phone").click()
    resident.page.locator("[data-wallet-list] .y-receipt").wait_for()
    resident.open("/follow/").go(resident.page.get_by_role("button", name=code).click)
    assert WORDS in resident.text()
    assert resident.page.evaluate(KNOWS) == [1, True, 1]


def leaves_quickly(resident: Walker) -> None:
    """Escape, three times: nothing is left of the case, of what was kept, and of the receipt."""
    with resident.page.expect_navigation(url="**/answers/*"):
        for _ in range(3):
            resident.page.keyboard.press("Escape")
    resident.page.wait_for_load_state()
    assert resident.page.evaluate("kept.all('wallet')") == []
    resident.open("/case/")
    assert "/follow/" in resident.page.url
