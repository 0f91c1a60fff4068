"""The ground of these tests: the pack's limits, and China's calendar as published until the end of 2026."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

LIMITS = (
    ("HOT_REPLY", 5, "wd", 0, "", "local rules"),
    ("PET_HANDLE", 60, "d", 30, "d", "信访工作条例 art. 34"),
    ("FOI_REPLY", 20, "wd", 20, "wd", "政府信息公开条例 art. 33"),
    ("MED_RUN", 1, "m", 0, "", "司法部令75号 art. 33"),
)


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """Each test has its own limits and days, though their editions have the same numbers."""
    yield
    from yimen.deadlines import calendars, limits, terms  # noqa: PLC0415 – only now is Django set up

    for remembered in (calendars.calendar_for, limits.limits, limits.limits_by_id, terms.fresh):
        remembered.cache_clear()


@pytest.fixture
def now(db: None) -> Callable[[], dict[str, int]]:
    """The limits are there; call it for the editions as they are now."""
    from yimen.deadlines.models import CountryCalendar, Limit  # noqa: PLC0415 – only now is Django set up
    from yimen.kernel.models import editions, new_edition  # noqa: PLC0415

    CountryCalendar.objects.create(country="CN", known_until=date(2026, 12, 31))
    for code, length, unit, extra, extra_unit, law in LIMITS:
        Limit.objects.create(
            code=code, length=length, unit=unit, extra_length=extra, extra_unit=extra_unit, law=law, names={"en": code}
        )
    new_edition("calendar")
    return editions
