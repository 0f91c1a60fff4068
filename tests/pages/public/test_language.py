"""The switch: works by link, without cookies, and is remembered with one."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client

from yimen.public.language import carry_on

pytestmark = pytest.mark.django_db  # the head asks for the town's name


def test_every_page_offers_the_other_languages(client: Client) -> None:
    page = client.get("/about/", {"lang": "en", "then": "1"}).content.decode()
    assert re.search(r'href="\?lang=bo&amp;then=1"', page)
    assert re.search(r'<span aria-current="true" lang="en">\s*English', page)


def test_without_cookies_the_links_carry_the_language_on(client: Client) -> None:
    page = client.get("/?lang=bo").content.decode()
    links = re.findall(r'(?:href|action)="(/[^"]*)"', page)
    assert "/about/?lang=bo#privacy" in links
    assert all("lang=" in link for link in links if not link.startswith("/static/"))


def test_with_the_cookie_the_links_are_plain(client: Client) -> None:
    client.get("/?lang=bo")
    page = client.get("/").content.decode()
    assert '<html lang="bo"' in page
    assert "/about/#privacy" in page


def test_an_unknown_language_changes_nothing(client: Client) -> None:
    answer = client.get("/?lang=<script>")
    assert answer.status_code == 200
    assert settings.LANGUAGE_COOKIE_NAME not in answer.cookies
    assert "<script>" not in re.sub(r"<script src[^>]*>", "", answer.content.decode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/tell/">', '<a href="/tell/?lang=bo">'),
        ('<a href="/tell/?a=1#b">', '<a href="/tell/?a=1&amp;lang=bo#b">'),
        ('<a href="?after=3">', '<a href="?after=3&amp;lang=bo">'),
        ('<form method="post" action="/tell/">', '<form method="post" action="/tell/?lang=bo">'),
        ('<form method="get">', '<form method="get"><input type="hidden" name="lang" value="bo">'),
        ('<a href="?lang=en">', '<a href="?lang=en">'),
        ('<a href="//elsewhere/">', '<a href="//elsewhere/">'),
        ('<link href="/static/a.css">', '<link href="/static/a.css">'),
        ('<a href="#main">', '<a href="#main">'),
    ],
)
def test_what_is_carried_on(before: str, after: str) -> None:
    answer = HttpResponse(before)
    carry_on(answer, "bo")
    assert answer.content.decode() == after


def test_a_redirect_keeps_the_language() -> None:
    inside, outside = HttpResponseRedirect("/case/#new"), HttpResponseRedirect("//elsewhere/")
    carry_on(inside, "bo")
    carry_on(outside, "bo")
    assert inside.headers["Location"] == "/case/?lang=bo#new"
    assert outside.headers["Location"] == "//elsewhere/"
