"""A clerk puts the pages of a letter in order."""

import pytest

from tests import make, make_scans
from yimen.files.queries import files_of
from yimen.intake.channels.letter.rules import Do
from yimen.intake.channels.letter.seeing import picture_of
from yimen.intake.channels.letter.working import read_waiting
from yimen.intake.models import Scan, Sheet
from yimen.intake.verbs.scans import arrange_sheets
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def press(scan: Scan, sheet: Sheet, do: Do) -> None:
    arrange_sheets(by=make.clerk(), scan=Scan.objects.get(pk=scan.pk), sheet=sheet.pk, do=do, at=make.LATER)


def shown(scan: Scan) -> list[int]:
    """The pages as they are seen, by the bars on them."""
    return [make_scans.bars(picture_of(sheet)) for sheet in make_scans.sheets(scan)]


def test_pages_go_up_and_down_and_one_that_does_not_belong_goes_out() -> None:
    scan = make_scans.scan(3)
    first, second, third = make_scans.sheets(scan)
    press(scan, third, Do.UP)
    assert shown(scan) == [1, 3, 2]
    press(scan, first, Do.DOWN)
    assert shown(scan) == [3, 1, 2]
    press(scan, second, Do.OUT)
    assert shown(scan) == [3, 1]
    assert [sheet.position for sheet in make_scans.sheets(scan)] == [1, 2]
    assert len(files_of(scan.ref)) == 2
    press(scan, third, Do.OUT)
    with pytest.raises(Refused, match="the only page"):
        press(scan, first, Do.OUT)


def test_a_page_that_is_turned_is_read_anew_and_the_program_that_read_it_sideways_loses() -> None:
    scan = make_scans.scan(1)
    (sheet,) = make_scans.sheets(scan)
    Sheet.objects.filter(pk=sheet.pk).update(state="read", text="sideways", next_at=None)
    press(scan, sheet, Do.RIGHT)
    (sheet,) = make_scans.sheets(scan)
    assert (sheet.turn, sheet.state, sheet.text, sheet.next_at) == (1, "waiting", "", make.LATER)
    assert picture_of(sheet) != picture_of(Sheet(scan=scan, file=sheet.file))


def test_what_was_straightened_wrongly_is_shown_as_it_was() -> None:
    scan = make_scans.scan(1)
    (sheet,) = make_scans.sheets(scan)
    raw = picture_of(sheet)
    Sheet.objects.filter(pk=sheet.pk).update(skew=4.0)
    assert picture_of(make_scans.sheets(scan)[0]) != raw
    press(scan, sheet, Do.AS_IT_WAS)
    assert picture_of(make_scans.sheets(scan)[0]) == raw


def test_the_second_of_two_hands_and_a_page_of_another_letter_are_refused() -> None:
    scan, other = make_scans.scan(2), make_scans.scan(1)
    stale = Scan.objects.get(pk=scan.pk)
    first, _ = make_scans.sheets(scan)
    press(scan, first, Do.DOWN)
    with pytest.raises(Refused, match="just changed"):
        arrange_sheets(by=make.clerk(), scan=stale, sheet=first.pk, do=Do.DOWN, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        press(scan, make_scans.sheets(other)[0], Do.OUT)
    assert shown(scan) == [2, 1]


def test_sheet_that_waits_has_its_time_and_is_read_once() -> None:
    """sheet_that_waits_has_its_time."""
    scan = make_scans.scan(1)
    assert read_waiting(make.MONDAY) == 1
    assert read_waiting(make.MONDAY) == 0
    assert make_scans.sheets(scan)[0].state in {"read", "unread"}
