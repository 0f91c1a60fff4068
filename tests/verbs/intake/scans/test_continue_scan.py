"""A clerk goes on with a letter that a colleague has begun to bring in."""

import pytest

from tests import make, make_scans
from yimen.intake.channels.letter.queries import scan_for, sheet_for, sheets_of
from yimen.intake.models import Scan
from yimen.intake.verbs.scans import continue_scan
from yimen.kernel.verdict import Refused
from yimen.people.models import Post
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_nothing_of_it_is_shown_before_and_the_look_is_noted() -> None:
    by, scan = make.clerk(), make_scans.scan(1)
    colleague = Post.objects.filter(office_id=by.office_id, role="supervisor").get()
    Scan.objects.filter(pk=scan.pk).update(post=colleague)
    scan.refresh_from_db()
    (sheet,) = scan.sheets.all()
    assert scan_for(by, scan.pk) == scan
    assert (sheets_of(by, scan), sheet_for(by, sheet.pk)) == ([], None)
    assert len(looks_of(scan.ref)) == 0
    continue_scan(by=by, scan=scan, at=make.LATER)
    assert sheets_of(by, scan) == [sheet]
    assert sheet_for(by, sheet.pk) == sheet
    assert [look.purpose for look in looks_of(scan.ref)] == ["on_paper"]


def test_another_centre_has_nothing_to_do_with_it() -> None:
    scan, other = make_scans.scan(1), make.posted("one-door-1-clerk")
    assert scan_for(other, scan.pk) is None
    with pytest.raises(Refused, match="just changed"):
        continue_scan(by=other, scan=scan, at=make.LATER)
