"""Headers, caches, cookies and the town's name: the same on every public page."""

import re
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client

from tests import make
from tests.pages.public.visiting import browser, filled, opened, text
from yimen.public import context

pytestmark = pytest.mark.django_db
OPEN = ["/", "/about/", "/tell/", "/follow/", "/house/components/", "/no-such-page/", "/desk/"]
PERSONAL = ["/case/", "/case/remarks/", "/case/reply/", "/case/rating/", "/case/reopening/", "/case/withdrawal/"]


@pytest.mark.parametrize("page", OPEN)
def test_a_page_runs_only_our_own_files(page: str) -> None:
    make.town()
    policy = browser().get(page)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("page", OPEN)
def test_a_page_tells_nobody_and_uses_no_sensor(page: str) -> None:
    make.town()
    answer = browser().get(page)
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "page", ["/", "/about/", "/tell/", "/follow/", "/case/", "/case/remarks/", "/case/withdrawal/"]
)
def test_a_page_has_no_code_and_no_styles_inside(page: str) -> None:
    client, _ = opened()
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style|javascript:", text(client.get(page)))


def test_the_receipt_page_has_none_either() -> None:
    make.town()
    page = text(browser().post("/tell/", filled()))
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style|javascript:", page)


@pytest.mark.parametrize("page", PERSONAL)
def test_no_cache_keeps_what_is_a_persons(page: str) -> None:
    client, _ = opened()
    assert "no-store" in client.get(page)["Cache-Control"]
    assert "no-store" in client.post(page, {})["Cache-Control"]
    assert "no-store" in browser().get(page)["Cache-Control"]


def test_an_empty_form_may_be_kept_so_that_going_back_keeps_what_was_typed() -> None:
    make.town()
    kept = browser().get("/tell/")["Cache-Control"]
    assert "no-store" not in kept
    assert "private" in kept


def test_the_cookie_says_nothing_to_scripts_and_nothing_to_other_sites(settings: Any) -> None:  # noqa: ANN401
    settings.SESSION_COOKIE_SECURE = True
    receipt = make.receipt()
    cookies: SimpleCookie = browser().post("/follow/", {"receipt": receipt.code}).cookies
    assert set(cookies) == {"receipt"}
    cookie = cookies["receipt"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["max-age"]) == (True, True, "Strict", 1800)
    assert receipt.code not in cookie.value


def test_the_language_switch_works_on_ones_own_case_without_losing_it() -> None:
    client, _ = opened()
    page = client.get("/case/", {"lang": "bo"})
    assert '<html lang="bo"' in text(page)
    assert client.get("/case/").status_code == 200


@pytest.mark.parametrize(("language", "name"), [("en", "Kelsang"), ("zh-hans", "格桑市"), ("bo", "སྐལ་བཟང་")])
def test_the_head_shows_the_towns_name(language: str, name: str) -> None:
    make.town()
    for page in ("/", "/tell/", "/follow/"):
        assert f'<span class="y-town">{name}</span>' in text(Client().get(page, {"lang": language}))


def test_the_name_costs_nothing_where_the_town_is_known(sql: Callable[..., Any]) -> None:
    make.town()
    browser().get("/tell/")
    for page, statements in (("/", 0), ("/about/", 0), ("/follow/", 0), ("/tell/", 1)):
        with sql(at_most=statements):
            browser().get(page)


def test_a_page_that_says_the_database_is_gone_needs_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> dict[str, int]:
        raise DatabaseError

    monkeypatch.setattr(context, "editions", gone)
    monkeypatch.setattr(context, "gazetteer_in_memory", lambda: None)
    assert "One door" in text(browser().get("/no-such-page/"))


def test_behind_tls_a_browser_never_comes_back_without(settings: Any) -> None:  # noqa: ANN401
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    make.town()
    assert "max-age" in browser().get("/follow/", headers={"X-Forwarded-Proto": "https"})["Strict-Transport-Security"]


def test_no_setting_makes_a_page_less_safe() -> None:
    assert settings.MIDDLEWARE.index("yimen.public.policy.safe_headers") < 2
    assert settings.MIDDLEWARE.index("django.middleware.locale.LocaleMiddleware") + 1 == settings.MIDDLEWARE.index(
        "yimen.public.language.chosen_language"
    )
