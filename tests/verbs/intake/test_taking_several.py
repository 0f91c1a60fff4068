"""Several mails share their waits for the disk; each still stands for itself, whenever the worker is stopped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.intake import preparing, taking
from yimen.intake.models import Arrival
from yimen.intake.rules import LEASE
from yimen.intake.taking import take_waiting
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def bunch(*words: str) -> None:
    for word in words:
        make_mail.received(make_mail.mail(word, files=(("note.txt", b"The lamp."),)))


def stored() -> list[Path]:
    """All files on the disk of the cases."""
    return [path for path in Path(default_storage.path("")).glob("??/*") if path.is_file()]


def test_several_share_their_waits_for_the_disk(sql: Callable[..., Any]) -> None:
    bunch(*"abcdefgh")
    with sql() as statements:
        assert take_waiting(make.MONDAY) == 8
    assert Case.objects.count() == 8
    assert sum("UPDATE" in each and "tries" in each for each in statements) == 8  # each was claimed


def test_if_the_machine_stops_none_of_several_is_there_and_then_each_goes_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bunch("One.", "zqpoison", "Three.")
    before = set(stored())

    class Dead(BaseException):
        pass

    def dies(**given: Any) -> None:  # noqa: ANN401 – whatever a case is made of
        if "zqpoison" in given["sent"].words:
            raise Dead
        taken(**given)

    taken = preparing.take_arrival
    monkeypatch.setattr(preparing, "take_arrival", dies)
    at = make.MONDAY
    with pytest.raises(Dead):
        take_waiting(at)
    assert (Case.objects.count(), set(stored()) - before) == (0, set())
    for _ in range(2):
        at += LEASE
        with pytest.raises(Dead):
            take_waiting(at)
    assert take_waiting(at + LEASE) == 1
    assert sorted(Arrival.objects.values_list("stage", "why")) == [("held", "unreadable"), ("taken", ""), ("taken", "")]
    assert Case.objects.count() == 2


def test_of_several_one_that_is_refused_or_mistaken_leaves_the_others_and_no_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bunch("One.", "zqrefused", "zqmistaken", "Four.")
    before, taken = set(stored()), preparing.take_arrival

    def some(**given: Any) -> None:  # noqa: ANN401 – whatever a case is made of
        taken(**given)
        if "zqrefused" in given["sent"].words:
            raise Refused("No.")
        if "zqmistaken" in given["sent"].words:
            raise TypeError

    monkeypatch.setattr(preparing, "take_arrival", some)
    assert take_waiting(make.MONDAY) == 3
    stages = list(Arrival.objects.order_by("id").values_list("stage", flat=True))
    assert stages == ["taken", "held", "waiting", "taken"]
    assert (Case.objects.count(), len(set(stored()) - before)) == (2, 2)


def test_large_ones_and_those_that_were_tried_go_alone() -> None:
    def sizes(*given: tuple[int, int]) -> int:
        return len(taking._bunch([Arrival(size=size, tries=tries) for size, tries in given]))

    small, large = 50_000, 30_000_000
    assert sizes(*[(small, 0)] * 20) == taking.AT_ONCE
    assert sizes((large, 0), (small, 0)) == 1
    assert sizes((small, 0), (small, 0), (large, 0)) == 2
    assert sizes((small, 1), (small, 0)) == 1
    assert sizes((small, 0), (small, 1)) == 1
