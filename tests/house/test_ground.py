"""The ground of the tests itself: the home, the network, the count of statements."""

import os
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from pytest_socket import SocketConnectBlockedError

from tests.conftest import TooManyStatements
from yimen.kernel.models import editions, new_edition

Sql = Callable[..., AbstractContextManager[list[str]]]


def test_the_tests_have_a_home_of_their_own() -> None:
    assert "yimen-test-" in str(settings.HOME)
    assert Path.cwd() not in settings.HOME.parents


def test_each_worker_has_a_home_of_its_own() -> None:
    assert settings.HOME.name == os.environ.get("PYTEST_XDIST_WORKER", "alone"), "the settings were read too early"


def test_a_test_that_calls_out_fails() -> None:
    with pytest.warns(UserWarning, match="192"), pytest.raises(SocketConnectBlockedError), socket.socket() as out:
        out.connect(("192.0.2.1", 80))


def test_statements_are_counted_without_the_savepoints(sql: Sql) -> None:
    with sql() as statements, transaction.atomic(), transaction.atomic():
        editions()
        new_edition("places")
    assert len(statements) == 3


def test_too_many_statements_fail_with_their_list(sql: Sql) -> None:
    with pytest.raises(TooManyStatements, match="2 statements, 1 allowed"), sql(at_most=1):
        [editions() for _ in range(2)]
