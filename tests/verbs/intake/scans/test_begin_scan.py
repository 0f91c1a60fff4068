"""A clerk begins to bring in a letter on paper."""

import pytest

from tests import make, make_scans
from yimen.files.models import StoredFile
from yimen.files.queries import files_of
from yimen.files.store import path_of
from yimen.intake.channels.letter import bringing
from yimen.intake.channels.letter.rules import NO_PAGE
from yimen.intake.models import Scan
from yimen.intake.verbs.scans import begin_scan
from yimen.journal.record import history
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_its_pages_are_here_in_order_and_wait_to_be_read() -> None:
    scan = make_scans.scan(3)
    sheets = make_scans.sheets(scan)
    assert [(s.position, s.state, s.next_at) for s in sheets] == [(n, "waiting", make.MONDAY) for n in (1, 2, 3)]
    assert [f.id for f in files_of(scan.ref)] == [s.file for s in sheets]
    assert (scan.office_id, scan.post_id, scan.language) == (make.clerk().office_id, make.clerk().post_id, "zh-hans")
    assert [(e.code, e.facts["sheets"]) for e in history(scan.ref)] == [("scan.begun", 3)]


def test_the_same_form_twice_is_one_letter_and_leaves_no_bytes_behind() -> None:
    nonce = new_nonce()
    first, second = make_scans.scan(nonce=nonce), make_scans.scan(nonce=nonce)
    assert first == second
    assert StoredFile.objects.count() == 2
    folder = path_of("xx").parent.parent
    assert sum(1 for path in folder.glob("??/*") if path.is_file()) >= 2


def test_without_a_page_and_by_others_than_clerks_nothing_begins() -> None:
    make.town()
    with pytest.raises(Refused, match="There is no page"):
        begin_scan(by=make.clerk(), nonce=new_nonce(), language="en", placed=[], at=make.MONDAY)
    for by in (make.handler(), make.supervisor("one-door"), make.administrator(), make.mediator()):
        with pytest.raises(Refused, match="by the clerk"):
            make_scans.scan(by=by)
    assert Scan.objects.count() == StoredFile.objects.count() == 0
    assert bringing.NO_PAGE == NO_PAGE
