"""The ground of all tests: a home of their own, one of two databases, no network, and statements that are counted.

``YIMEN_DATABASE`` chooses the database (an address of PostgreSQL; without one SQLite in a file, because browsers
and threads need more than one connection). ``bin/test`` runs the suite on both.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import hypothesis
import pytest
from pytest_django import DjangoDbBlocker

# All of this must stand before the settings are read. Workers of xdist get a home each.
_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
_ROOM = Path(os.environ["YIMEN_TEST_ROOM"] if _IS_WORKER else tempfile.mkdtemp(prefix="yimen-test-"))
os.environ["YIMEN_TEST_ROOM"] = str(_ROOM)
HOME = _ROOM / os.environ.get("PYTEST_XDIST_WORKER", "alone")
(HOME / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns without it, and warnings are errors
os.environ["YIMEN_HOME"] = str(HOME)
os.environ["YIMEN_SQLITE_SYNC"] = "OFF"  # a power cut during the tests may cost us the test database
os.environ["DJANGO_SETTINGS_MODULE"] = "yimen.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop running in the thread of the tests
for name in ("YIMEN_HOSTS", "YIMEN_MAIL", "YIMEN_FROM", "YIMEN_SMS", "YIMEN_TIME_ZONE", "YIMEN_HTTPS"):
    os.environ.pop(name, None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(specs: list[Any]) -> None:
    """Each worker is born with its own home: there the settings are read before this file is."""
    for spec in specs:
        spec.env["YIMEN_HOME"] = str(_ROOM / spec.id)


def pytest_configure() -> None:
    """What differs from a town's own settings, and why."""
    # A rule is right or wrong however busy the machine is: no example is against the clock.
    hypothesis.settings.register_profile("yimen", deadline=None)
    hypothesis.settings.load_profile("yimen")
    from django.conf import settings  # noqa: PLC0415 – only now is the home above in place

    from yimen.kernel.catalogues import compile_catalogues  # noqa: PLC0415

    compile_catalogues()  # git keeps only what people edit

    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(HOME / "test.sqlite3")
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}  # no statement counts
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }  # uncollected
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # 200 ms less a sign-in
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks no database, or asks any the same, runs with SQLite, and not once more with PostgreSQL."""
    if "YIMEN_DATABASE" not in os.environ:
        return
    asks_none = [item for item in items if not _asks_the_database(item)]
    config.hook.pytest_deselected(items=asks_none)
    spared = set(asks_none)
    items[:] = [item for item in items if item not in spared]


#: Of the journeys one goes by both; what the others' pages ask is asked of both by the tests of the pages.
ON_BOTH = "test_one_case.py"


def _asks_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_database") or (item.get_closest_marker("journey") and item.path.name != ON_BOTH):
        return False
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def pytest_unconfigure() -> None:
    """Sweep the room, once, when the last worker has gone."""
    if not _IS_WORKER:
        shutil.rmtree(_ROOM, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Threads and processes of the tests may leave a connection behind; PostgreSQL would not drop its database."""
    from django.db import connection  # noqa: PLC0415 – only now is Django set up

    from yimen.search.engine import engine  # noqa: PLC0415

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in engine().TABLES:  # without migrations, nobody has made what Django does not know
            cursor.execute(statement)
    yield

    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            cursor.execute(f"{others} WHERE datname = current_database() AND pid <> pg_backend_pid()")


@pytest.fixture(autouse=True)
def _fresh_caches() -> Iterator[None]:
    """A throttle or a cached page of one test is not the next one's; nor is a post that somebody held in it.

    (Every test's town is the same, with the same editions, and some put people into posts row by row.)
    """
    yield
    from django.core.cache import cache  # noqa: PLC0415 – a test of pure rules needs no Django

    from yimen.people.queries import posts_of_edition  # noqa: PLC0415

    cache.clear()
    posts_of_edition.cache_clear()


@pytest.fixture
def beside(transactional_db: None) -> dict[str, str]:
    """The environment in which another process works on the same database and home as this test."""
    from django.conf import settings  # noqa: PLC0415 – only now is Django set up
    from django.db import connection  # noqa: PLC0415

    to = connection.settings_dict
    name, host, port = str(to["NAME"]), quote(str(to["HOST"]), safe=""), f":{to['PORT']}" if to["PORT"] else ""
    secret = f":{quote(str(to['PASSWORD']), safe='')}" if to["PASSWORD"] else ""
    postgres = f"postgres://{to['USER']}{secret}@{host}{port}/{name}"
    address = f"sqlite:///{name}" if connection.vendor == "sqlite" else postgres
    # A worker of xdist reads the settings before this file names its home: what counts is where the keys are.
    home = str(settings.HOME)
    return {**os.environ, "YIMEN_DATABASE": address, "YIMEN_HOME": home, "PYTHONPATH": str(Path.cwd())}


_NO_STATEMENT = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")  # tests nest transactions, towns do not


class TooManyStatements(AssertionError):
    """A page or a verb asked the database more often than it may."""


@pytest.fixture
def sql(db: None) -> Callable[..., AbstractContextManager[list[str]]]:
    """Count the statements: ``with sql(at_most=8) as statements: …`` fails with their list if there are more."""
    from django.db import connection  # noqa: PLC0415 – only now is Django set up

    @contextmanager
    def counting(at_most: int | None = None) -> Iterator[list[str]]:
        statements: list[str] = []

        def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 – Django's own
            if not text.lstrip().upper().startswith(_NO_STATEMENT):
                statements.append(text)
            return execute(text, params, many, context)

        with connection.execute_wrapper(note):
            yield statements
        if at_most is not None and len(statements) > at_most:
            lines = "\n".join(f"{i:3} {text[:300]}" for i, text in enumerate(statements, 1))
            msg = f"{len(statements)} statements, {at_most} allowed:\n{lines}"
            raise TooManyStatements(msg)

    return counting
