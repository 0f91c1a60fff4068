"""More pages of a letter on paper."""

import io

import pytest
from PIL import Image

from tests import make, make_scans
from yimen.files.queries import files_of
from yimen.intake.channels.letter import rules
from yimen.intake.channels.letter.bringing import bring_more
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_they_stand_behind_the_others() -> None:
    scan = make_scans.scan(1)
    bring_more(by=make.clerk(), scan=scan, uploads=[("more.tif", make_scans.pages(2, "TIFF"))], at=make.LATER)
    assert [sheet.position for sheet in make_scans.sheets(scan)] == [1, 2, 3]


def test_too_many_are_refused_and_so_is_whoever_has_not_got_it_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    scan, more = make_scans.scan(2), [("more.jpg", make_scans.page())]
    with pytest.raises(Refused, match="just changed"):
        bring_more(by=make.posted("one-door-1-clerk"), scan=scan, uploads=more, at=make.LATER)
    monkeypatch.setattr(rules, "MOST_SHEETS", 2)
    with pytest.raises(Refused, match="at most 2 pages"):
        bring_more(by=make.clerk(), scan=scan, uploads=more, at=make.LATER)
    assert len(files_of(scan.ref)) == len(make_scans.sheets(scan)) == 2


def test_a_file_that_unfolds_into_very_much_is_damaged_and_nothing_else() -> None:
    scan, out = make_scans.scan(1), io.BytesIO()
    Image.new("1", (8000, 8000)).save(out, "TIFF", compression="group4")  # some hundred bytes, and 64 million points
    with pytest.raises(Refused, match="is damaged"):
        bring_more(by=make.clerk(), scan=scan, uploads=[("more.tif", out.getvalue())], at=make.LATER)
    assert len(make_scans.sheets(scan)) == 1
