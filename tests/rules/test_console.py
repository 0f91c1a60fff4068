"""The terminal speaks the language it is set to."""

import pytest

from yimen.console.main import spoken


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "", "LC_MESSAGES": "bo_CN.UTF-8"}, "bo"),
    ],
)
def test_it_speaks_the_terminals_language(environment: dict[str, str], language: str) -> None:
    assert spoken(environment) == language
