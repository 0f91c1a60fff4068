"""The town's questions as one small file, to be compared on the person's own device."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests import make
from tests.pages.public.visiting import browser, filled, text
from tests.verbs.knowledge.texts import published, written
from yimen.knowledge.rules import Use
from yimen.public.pages.offline import index

pytestmark = pytest.mark.django_db
PATH = "/answers/index.json"


def test_it_has_what_everybody_may_read_in_the_readers_language_and_nothing_else() -> None:
    make.town()
    entry = published(Use.ENTRY)
    written(Use.ENTRY, {"en": {"title": "Still a draft", "body": "Not yet."}})
    published(Use.ANSWER)
    make.case(words="The lamp of somebody.")
    rows = browser().get(PATH, {"lang": "en"}).json()["entries"]
    assert [row[:3] for row in rows] == [[entry.pk, "urban.lighting", "Who mends lamps?"]]
    assert "lamp of somebody" not in str(rows)


def test_packed_or_not_it_is_the_same_and_comes_once(sql: Callable[..., Any]) -> None:
    published(Use.ENTRY)
    packed = browser().get(PATH, headers={"Accept-Encoding": "gzip"})
    assert json.loads(gzip.decompress(packed.content)) == browser().get(PATH).json()
    with sql(at_most=1):
        again = browser().get(PATH, headers={"If-None-Match": packed["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_stays_small_however_much_the_town_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """First the answers are shortened, then the oldest questions are left out."""
    published(Use.ENTRY)
    entry = next(iter(index.entries(-1).values()))
    words = {"en": {"title": "%d " + "Who mends the lamps of number %d?", "body": "Somebody does. " * 40}}
    many = {n: _another(entry, n, words) for n in range(3000)}
    monkeypatch.setattr(index, "entries", lambda _edition: many)
    packed = index.packed(-2, "en")
    assert 1_000 < len(packed) <= index.MOST
    index.packed.cache_clear()


def _another(entry: Any, n: int, words: dict[str, dict[str, str]]) -> Any:  # noqa: ANN401
    said = {**words["en"], "title": words["en"]["title"] % (n, n * 7919)}
    return entry.__class__(n, "urban", entry.office_id, make.MONDAY, entry.review_on, {"en": said})


def test_whoever_has_no_script_reads_them_beside_the_receipt() -> None:
    make.town()
    entry = published(Use.ENTRY)
    page = text(browser().post("/tell/", filled(words="Who mends lamps here?")))
    assert f'href="/answers/{entry.pk}/"' in page
    assert "/answers/" not in text(browser().post("/tell/", filled(words="积雪"))).replace('href="/answers/"', "")
