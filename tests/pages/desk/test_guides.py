"""The guides at the desk: all of them, with their pictures, and nothing that leads out of the house."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.test import Client

from tests import make
from tests.pages.access.asking import body
from yimen.desk.guiding.texts import FOR, docs, file_of
from yimen.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LANGUAGES = ("en", "zh-hans", "bo")


def at_desk(post: str = "urban-handler", language: str = "en") -> Client:
    """Whoever holds this post."""
    return make.signed_in(Client(headers={"Accept-Language": language}), make.posted(post))


def test_each_guide_of_the_repository_is_shown_and_each_role_has_one() -> None:
    assert set(FOR) == {path.stem for path in (docs() / "guide").glob("*.md")}
    assert set().union(*FOR.values()) == set(Role)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_reads_as_a_page_with_its_pictures(language: str) -> None:
    client = at_desk(language=language)
    for guide in FOR:
        page = body(client.get(f"/desk/guides/{guide}/"))
        text = page[page.index('<div lang="') : page.index("</main>")]
        assert "](" not in text, guide
        assert "**" not in text, guide
        for address in re.findall(r'(?:href|src)="([^"]*)"', text):
            answer = client.get(address)
            assert (answer.status_code, bool(body(answer))) == (200, True), (guide, address)


def test_a_picture_is_the_one_of_the_repository() -> None:
    answer = at_desk().get("/desk/guides/pictures/desk-list.png")
    assert answer["Content-Type"] == "image/png"
    assert b"".join(answer.streaming_content) == (docs() / "pictures" / "desk-list.png").read_bytes()  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["guides/none/", "guides/pictures/none.png", "guides/pictures/..%2Fguide%2Fdesk.png"])
def test_what_is_no_guide_is_not_there(path: str) -> None:
    assert at_desk().get(f"/desk/{path}").status_code == 404


def test_those_for_ones_own_work_come_first() -> None:
    page = body(at_desk("town-office-administrator").get("/desk/guides/"))
    assert page.index("For your work") < page.index("For administrators") < page.index("For others")
    assert page.index("For others") < page.index("For supervisors")
    page = body(at_desk().get("/desk/guides/"))
    assert page.index("For clerks and handlers") < page.index("For others") < page.index("For supervisors")


def test_a_language_without_a_guide_reads_the_next_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "guide" / "zh").mkdir(parents=True)
    (tmp_path / "guide" / "desk.md").write_text("# Desk", encoding="utf-8")
    monkeypatch.setattr("yimen.desk.guiding.texts.docs", lambda: tmp_path)
    assert [file_of("desk", language)[1] for language in LANGUAGES] == ["en", "en", "en"]
    (tmp_path / "guide" / "zh" / "desk.md").write_text("# 前台", encoding="utf-8")
    assert [file_of("desk", language)[1] for language in LANGUAGES] == ["en", "zh-hans", "zh-hans"]


def test_it_is_read_in_another_language_by_its_own_link() -> None:
    client = at_desk(language="zh-hans")
    page = body(client.get("/desk/guides/desk/"))
    assert '<div lang="zh-hans"><h1' in page
    assert 'href="/desk/guides/desk/?in=en"' in page
    assert '<div lang="en"><h1' in body(client.get("/desk/guides/desk/?in=en"))
    assert 'href="/desk/guides/desk/?in=zh-hans"' in body(client.get("/desk/guides/desk/?in=en"))
    assert '<div lang="zh-hans"><h1' in body(client.get("/desk/guides/desk/?in=none"))
    assert 'href="/desk/guides/area-lead/"' in page


def test_a_guide_asks_no_more_of_the_database_than_who_reads_it(
    sql: Callable[..., AbstractContextManager[list[str]]],
) -> None:
    client = at_desk()
    client.get("/desk/guides/desk/")
    with sql(at_most=5):
        client.get("/desk/guides/desk/")


def test_the_foot_of_the_desk_leads_there() -> None:
    assert 'href="/desk/guides/"' in body(at_desk().get("/desk/"))
