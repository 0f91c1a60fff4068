"""A letter on paper becomes a case."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from tests import make, make_scans
from yimen.cases.models import Case
from yimen.cases.queries import case_by_receipt
from yimen.cases.rules import Channel
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt
from yimen.files.models import StoredFile
from yimen.files.queries import files_of, open_content
from yimen.intake.channels.letter import bringing
from yimen.intake.channels.letter.bringing import again, write_down
from yimen.intake.models import Scan, Sheet
from yimen.intake.verbs.scans import continue_scan
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
TODAY = day_of(make.MONDAY)


def sent(**fields: object) -> Submission:
    return make.sent(**{"channel": Channel.LETTER, "longitude": None, "latitude": None, **fields})


def taken(scan: Scan, submission: Submission, days_ago: int = 0) -> Receipt:
    came_on = TODAY - timedelta(days=days_ago)
    return write_down(by=make.clerk(), scan=scan, sent=submission, came_on=came_on, town=make.town(), at=make.MONDAY)


def on_the_disk() -> set[Path]:
    return {path for path in Path(default_storage.path("")).glob("??/*") if path.is_file()}


def test_its_scan_is_the_record_and_the_receipt_opens_it() -> None:
    scan = make_scans.scan(2)
    ref, receipt = scan.ref, taken(scan, sent(needs=("aloud",)))
    case = Case.objects.get()
    assert case_by_receipt(receipt.code, address="", at=make.MONDAY) == case
    assert (case.channel, case.needs, case.received_at) == ("letter", "aloud", make.MONDAY)
    (record,) = files_of(case.ref)
    with open_content(record) as content:
        raw = content.read()
    assert (record.name, record.type, raw[:5]) == ("letter.pdf", "application/pdf", b"%PDF-")
    assert raw.count(b"/DCTDecode") == 2
    assert Scan.objects.count() == Sheet.objects.count() == 0
    assert StoredFile.objects.exclude(subject=case.ref).count() == 0
    assert [entry.code for entry in history(ref)] == ["scan.begun", "scan.taken"]
    assert history(case.ref)[0].by == make.clerk().ref


def test_its_time_runs_from_the_day_on_which_it_came() -> None:
    receipt = taken(make_scans.scan(1), sent(), days_ago=4)
    assert day_of(receipt.case.received_at) == TODAY - timedelta(days=4)
    later = make.case()
    assert receipt.case.due_on
    assert later.due_on
    assert receipt.case.due_on < later.due_on


def test_who_looked_at_it_before_is_shown_to_its_resident() -> None:
    scan = make_scans.scan(1)
    continue_scan(by=make.clerk(), scan=scan, at=make.MONDAY)
    case = taken(scan, sent()).case
    assert [look.purpose for look in looks_of(case.ref)] == ["on_paper"]


def test_pressed_twice_it_is_one_case_and_the_receipt_is_not_lost() -> None:
    scan, submission = make_scans.scan(1), sent()
    assert again(by=make.clerk(), sent=submission, town=make.town(), at=make.MONDAY) is None
    first = taken(scan, submission)
    second = again(by=make.clerk(), sent=submission, town=make.town(), at=make.MONDAY)
    assert second
    assert (second.code, second.is_new) == (first.code, False)
    assert Case.objects.count() == 1


def test_what_is_refused_or_breaks_leaves_the_letter_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = make_scans.scan(2)
    files = on_the_disk()
    with pytest.raises(Refused, match="about your own office"):
        taken(scan, sent(accused_office="KS-one-door"))
    with pytest.raises(Refused, match="There is no page"):
        write_down(
            by=make.posted("one-door-1-clerk"), scan=scan, sent=sent(), came_on=TODAY, town=make.town(), at=make.MONDAY
        )

    def dies(**_: object) -> Receipt:
        raise KeyboardInterrupt

    monkeypatch.setattr(bringing, "take_scan", dies)
    with pytest.raises(KeyboardInterrupt):
        taken(scan, sent())
    assert Case.objects.count() == 0
    assert len(make_scans.sheets(scan)) == 2
    assert on_the_disk() == files
