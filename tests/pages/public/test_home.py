"""The first page: in every language, small, and without a dead link."""

import gzip
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import loader
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

pytestmark = pytest.mark.django_db  # the head asks for the town's name
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FIRST_LOAD = 50_000  # bytes over the wire, page and all it fetches on a device with letters of its own


def wire(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["/", "/about/"])
def test_the_page_opens_in_each_language(client: Client, page: str, language: str) -> None:
    answer = client.get(page, {"lang": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.headers["Content-Language"] == language


def test_the_doors_lead_somewhere(client: Client) -> None:
    doors = re.findall(r'<h2>\s*<a href="(/[^"]*)"', client.get("/?lang=en").content.decode())
    assert doors
    for door in doors:
        try:
            resolve(door.split("?")[0])
        except Resolver404:
            pytest.fail(f"{door} leads nowhere")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_load_is_light(client: Client, language: str) -> None:
    built = [finders.find(f"yimen/{name}") for name in ("public.css", "yimen.js", "door.svg", "fonts/switch.woff2")]
    if not all(built):
        pytest.skip("the front end is not built: run bin/assets")
    weight = wire(client.get("/", {"lang": language}).content)
    for path in built:
        with open(str(path), "rb") as file:  # noqa: PTH123 – a finder's answer is a str
            weight += wire(file.read())
    assert weight < FIRST_LOAD / 2  # the other half is for the page that asks


def test_the_page_needs_no_code_inside_it(client: Client) -> None:
    page = client.get("/").content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:", page)


def test_an_unknown_address_leads_back(client: Client) -> None:
    answer = client.get("/no-such-page/", {"lang": "en"})
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert 'href="/?lang=en"' in answer.content.decode()


def test_a_fault_of_ours_needs_neither_request_nor_database() -> None:
    with translation.override("en"):
        assert "It is not your mistake" in loader.get_template("500.html").render()
