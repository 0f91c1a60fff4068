"""A clerk puts a letter on paper away, or nobody ever makes a case of it."""

from datetime import timedelta

import pytest

from tests import make, make_scans
from yimen.files.models import StoredFile
from yimen.intake.channels.letter.rules import KEPT
from yimen.intake.forgetting import forget_scans
from yimen.intake.models import Scan, Sheet
from yimen.intake.verbs.scans import discard_scan
from yimen.journal.record import history
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_pictures_and_words_are_gone_at_once() -> None:
    scan = make_scans.scan(2)
    with pytest.raises(Refused, match="just changed"):
        discard_scan(by=make.posted("one-door-1-clerk"), scan=scan, at=make.LATER)
    ref = scan.ref
    discard_scan(by=make.clerk(), scan=scan, at=make.LATER)
    assert Scan.objects.count() == Sheet.objects.count() == StoredFile.objects.count() == 0
    assert [entry.code for entry in history(ref)] == ["scan.begun", "scan.discarded"]


def test_after_ninety_days_it_is_forgotten_and_not_before() -> None:
    make_scans.scan(1)
    assert forget_scans(make.MONDAY + KEPT) == 0
    assert forget_scans(make.MONDAY + KEPT + timedelta(seconds=1)) == 1
    assert Scan.objects.count() == Sheet.objects.count() == StoredFile.objects.count() == 0
