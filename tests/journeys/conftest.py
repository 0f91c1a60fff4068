"""A real browser for the journeys: the machine's own Chromium, used by somebody with a telephone or at a desk."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.journeys.running import RunningTown, invent, open_door, stop

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from tests.journeys.walking import Walker


PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
#: It shall call nobody, and needs no graphics card.
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update"
    " --disable-sync --no-first-run"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all journeys of a process; without one on the machine, they skip and say so."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("There is no Chromium on this machine (on Debian: apt-get install chromium).")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 – only where there is a browser

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def somebody(browser: "Browser", live_server: "LiveServer") -> Iterator[Callable[..., "Walker"]]:
    """People with a browser of their own: ``somebody(PHONE, "bo")``. No script of ours may have failed for them."""
    from tests.journeys.walking import Walker  # noqa: PLC0415 – needs Django, which is not set up here yet

    met: list[Walker] = []

    def another(*args: object, **options: object) -> Walker:
        met.append(Walker(browser, live_server.url, *args, **options))  # type: ignore[arg-type]
        return met[-1]

    yield another
    for walker in met:
        walker.leave()
    assert [error for walker in met for error in walker.errors] == []


@pytest.fixture(scope="session")
def kelsang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    """The invented town as ``yimen run`` serves it, with everything that stands in front of it."""
    home = tmp_path_factory.mktemp("kelsang")
    invent(home, 600 if os.environ.get("YIMEN_PICTURES") else 30)  # a full desk is for the pictures alone
    town = RunningTown(home)
    open_door(town)
    yield town
    stop(town)
