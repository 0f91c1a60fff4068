"""Every constraint of a table has a test that names it: coverage cannot see them."""

import re
from collections.abc import Iterable, Iterator

from django.apps import apps

from tests.house.tree import ROOT, own_files


def constraints() -> list[str]:
    """The names of all constraints."""
    return [c.name for m in apps.get_models() if m.__module__.startswith("yimen.") for c in m._meta.constraints]


def untested(names: Iterable[str], tests: str) -> Iterator[str]:
    """Those that no test mentions."""
    yield from (name for name in names if not re.search(rf"\b{name}\b", tests))


def test_every_constraint_is_named_in_a_test() -> None:
    tests = [p for p in own_files(".py") if ROOT / "tests" in p.parents and ROOT / "tests" / "house" not in p.parents]
    assert list(untested(constraints(), "\n".join(p.read_text(encoding="utf-8") for p in tests))) == []


def test_the_guard_bites() -> None:
    assert list(untested(["place_has_a_parent"], "place_has_a_parent_and_more")) == ["place_has_a_parent"]
    assert not list(untested(["place_has_a_parent"], "def test(): '''place_has_a_parent'''"))
