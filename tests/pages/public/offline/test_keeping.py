"""Which pages a browser keeps: those that are nobody's, and nothing else. What it has already is not sent again."""

import brotli
import pytest
from django.conf import settings

from tests import make
from tests.house.addresses import patterns
from tests.house.placed import PLACED
from tests.pages.public.visiting import browser, code_on, filled, opened, text
from yimen.public.pages.offline.keeping import HAVE, KEEP

pytestmark = pytest.mark.django_db
KEPT = {"home", "about", "tell", "answers", "answer", "answers-index", "serves", "follow", "kept", "office-dates"}


@pytest.mark.one_database
def test_only_these_pages_are_kept_and_none_of_them_is_somebodys() -> None:
    marked = {name for _, name, pattern in patterns() if getattr(pattern.callback, "is_kept_offline", False)}
    assert marked == KEPT
    assert {PLACED[name] for name in marked} <= {"open", "open thing"}


@pytest.mark.parametrize("page", ["/", "/tell/", "/serves/?place=KS01", "/answers/?about=urban", "/follow/", "/kept/"])
def test_a_page_that_is_nobodys_says_that_it_may_be_kept(page: str) -> None:
    make.town()
    assert browser().get(page)[KEEP]


@pytest.mark.parametrize("page", ["/case/", "/case/looks/", "/desk/", "/ticket/x/", "/booking/x/", "/away/", "/join/"])
def test_what_is_somebodys_is_never_kept(page: str) -> None:
    client, _ = opened()
    assert KEEP not in client.get(page)


def test_what_somebody_typed_or_was_told_is_not_kept_either() -> None:
    make.town()
    assert KEEP not in browser().get("/answers/", {"q": "my wages"})
    assert KEEP not in browser().post("/tell/", filled(words=""))
    assert KEEP not in browser().post("/tell/", filled())
    assert KEEP not in browser().get("/serves/", {"place": "nowhere"})
    client = browser()
    client.cookies["messages"] = "x"  # something was said to somebody, and stands on the next page
    assert KEEP not in client.get("/")


def test_what_a_browser_has_is_not_sent_again_until_it_says_something_else() -> None:
    """The form's own key is another one each time; that alone makes no other page."""
    make.town()
    first = browser().get("/tell/")
    again = browser().get("/tell/", headers={HAVE: first[KEEP]})
    assert (again.status_code, again.content) == (204, b"")
    other = browser().get("/tell/?lang=bo", headers={HAVE: first[KEEP]})
    assert other.status_code == 200
    assert '<html lang="bo"' in text(other)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_town_can_be_installed(language: str) -> None:
    make.town()
    page = text(browser(language).get("/"))
    assert f'href="/manifest.webmanifest?lang={language}"' in page
    told = browser().get("/manifest.webmanifest", {"lang": language}).json()
    assert told["lang"] == language
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")
    assert told["name"] in page
    picture = browser().get(told["icons"][1]["src"])
    assert (picture["Content-Type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert len(picture.content) < 5_000


def test_the_worker_sees_the_whole_site_and_leaves_desk_and_cases_alone() -> None:
    script = browser().get("/sw.js")
    assert script["Content-Type"].startswith("text/javascript")
    assert script["Cache-Control"] == "no-cache"
    assert "'self'" in script["Content-Security-Policy"]
    assert '"apart": ["/desk/", "/case/", "/away/"]' in text(script)
    for name in ("kept.js", "worker.js", "public.css"):
        assert f"/static/yimen/{name}" in text(script)


def test_desk_and_tablet_install_nothing() -> None:
    make.town()
    for page in ("/desk/sign-in/", "/centre/KS-one-door/screen/"):
        shown = text(browser().get(page))
        assert "manifest" not in shown
        assert "data-leave" not in shown


def test_a_page_that_is_nobodys_is_packed_tighter_and_one_with_a_secret_is_padded() -> None:
    make.town()
    page = browser().get("/tell/", headers={"Accept-Encoding": "gzip, deflate, br"})
    assert page["Content-Encoding"] == "br"
    assert "Accept-Encoding" in page["Vary"]
    unpacked = brotli.decompress(page.content).decode()
    assert unpacked.rstrip().endswith("</html>")
    assert 'lang="en"' in unpacked
    assert browser().get("/tell/", headers={"Accept-Encoding": "gzip"})["Content-Encoding"] == "gzip"
    client, _ = opened()
    assert client.get("/case/", headers={"Accept-Encoding": "gzip, br"})["Content-Encoding"] == "gzip"
    carried = browser().get("/?lang=bo", headers={"Accept-Encoding": "br"})
    assert 'href="/tell/?lang=bo"' in brotli.decompress(carried.content).decode()


def test_each_receipt_can_be_kept_on_the_phone_if_its_holder_wants_that() -> None:
    """That of a case; whoever brings one for somebody else keeps nothing of it."""
    make.town()
    page = browser().post("/tell/", filled())
    assert f'data-wallet="{code_on(page)}"' in text(page)
    assert "data-wallet=" not in text(browser().post("/tell/", filled(consent="spoken")))
