"""A file of an older system is taken over: what comes in, what is refused, and what a second run does."""

import stat
from pathlib import Path

import pytest
from django.utils.translation import override

from tests import make
from tests.verbs.intake.old_files import EAST, MAPPING, NORTH, lamp, taken, write
from yimen.cases.models import Case
from yimen.cases.queries import case_by_receipt
from yimen.cases.rules import Channel, State
from yimen.intake.channels.table import batches, reports
from yimen.intake.channels.table.wrong import BadMapping, Remark
from yimen.kernel.verdict import Refused, Verdict

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_case(tmp_path: Path) -> None:
    done = taken(write(tmp_path / "old.csv", [lamp(more="Ein zweites Wort")]))
    case = Case.objects.select_related("office", "category", "area").get()
    assert (done.taken, done.closed, done.left_open, done.rejected) == (1, 1, 0, 0)
    assert (case.words, case.place_words) == ("路灯不亮 · Ein zweites Wort", "小学旁边")
    assert case.category is not None
    assert case.area is not None
    assert (case.category.code, case.area.code, case.office.code) == (make.LAMP, "KS01B", "KS-urban")
    assert (case.channel, case.language, case.state) == (Channel.PHONE, "zh-hans", State.CLOSED)
    assert case.received_at.isoformat() == "2019-05-31T15:30:00+00:00"


def test_a_category_that_the_mapping_does_not_name_is_left_open_and_told(tmp_path: Path) -> None:
    done = taken(write(tmp_path / "old.csv", [lamp(type="noise", closed="")]))
    assert (done.left_open, dict(done.unknown)) == (1, {"noise": 1})
    assert Case.objects.select_related("office").get().office.function == "one-door"


def test_a_second_run_makes_no_doubles(tmp_path: Path) -> None:
    file = write(tmp_path / "old.csv", [lamp(no=n) for n in range(12)])
    assert taken(file).taken == 12
    again = taken(write(file, [lamp(no=n) for n in range(15)]))
    assert (again.taken, again.here, Case.objects.count()) == (3, 12, 15)


def test_the_same_number_of_another_system_is_another_case(tmp_path: Path) -> None:
    taken(write(tmp_path / "a.csv", [lamp()]))
    done = taken(write(tmp_path / "b.csv", [lamp()], MAPPING.replace('"hotline"', '"mayor"')))
    assert (done.taken, Case.objects.count()) == (1, 2)


def test_a_receipt_opens_its_case_and_stays_the_same(tmp_path: Path) -> None:
    file = write(tmp_path / "old.csv", [lamp(no="A-1"), lamp(no="A-2", what="垃圾")])
    first = taken(file, with_receipts=True).receipts
    assert taken(file, with_receipts=True).receipts == first
    assert [number for number, _ in first] == ["A-1", "A-2"]
    assert case_by_receipt(first[1][1], address="10.0.0.1", at=make.MONDAY).words == "垃圾"


def test_a_receipt_cannot_be_worked_out_from_the_old_number() -> None:
    assert batches.nonce_of("hotline", "1", b"one key") != batches.nonce_of("hotline", "1", b"another")
    assert batches.nonce_of("a", "bc", b"k") != batches.nonce_of("ab", "c", b"k")
    assert len(batches.nonce_of("hotline", "1", b"k")) >= 22


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    done = taken(write(tmp_path / "old.csv", [lamp()]), rehearse=True)
    assert (done.taken, Case.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"east": 10.0, "north": 50.0}, "outside the town"),
        ({"east": NORTH, "north": EAST}, "have changed places"),
        ({"north": ""}, "needs both numbers"),
    ],
)
def test_a_point_that_is_none_of_ours_is_refused(tmp_path: Path, cells: dict[str, object], reason: str) -> None:
    done = taken(write(tmp_path / "old.csv", [lamp(no=2), lamp(**cells)]))
    assert (done.taken, done.rejected) == (1, 1)
    assert reason in str(done.remarks[0].reason)
    assert (done.remarks[0].line, done.remarks[0].number) == (3, "1")


def test_a_row_without_a_point_is_taken(tmp_path: Path) -> None:
    assert taken(write(tmp_path / "old.csv", [lamp(east="", north="")])).taken == 1
    assert Case.objects.get().area_id is None


def test_the_area_found_is_compared_with_the_file(tmp_path: Path) -> None:
    """The file may give the area's own name or that of the place it lies in; rows that give none are not counted."""
    rows = [lamp(no=1), lamp(no=2, district="Nawu"), lamp(no=3, district=""), lamp(no=4, district="Area 1")]
    done = taken(write(tmp_path / "old.csv", rows), check="district")
    area = make.town().places.by_code["KS01B"]
    assert (done.agree, done.differ) == (2, [("4", "Area 1", area.id)])


def test_what_cannot_be_taken_is_written_down_with_its_reason(tmp_path: Path) -> None:
    file = write(tmp_path / "old.csv", [lamp(no="=1+1", opened="May"), lamp(closed="2019-05-31 20:00")])
    done = taken(file)
    with reports.Report(tmp_path / "r.csv", str) as report, override("en"):
        report.note(done.remarks)
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "line,number,column,taken,reason"
    assert lines[1].startswith("2,'=1+1,opened,no,“May” is no date")  # a spreadsheet carries nothing out
    assert lines[2] == "3,1,closed,yes,It was closed before it was opened; taken as closed when it was opened."


def test_no_report_is_made_of_nothing_but_an_old_one_is_not_left_standing(tmp_path: Path) -> None:
    with reports.Report(tmp_path / "r.csv", str) as report:
        report.note([])
    assert not (tmp_path / "r.csv").exists()
    (tmp_path / "r.csv").write_text("an earlier run's")
    with reports.Report(tmp_path / "r.csv", str) as report:
        report.note([Remark(2, "1", "opened", Verdict("no"))])
    assert "earlier" not in (tmp_path / "r.csv").read_text()


def test_receipts_are_their_owners_alone_and_come_when_they_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    with reports.Receipts(path) as receipts:
        receipts.note([("1", "AAAAA-BBBBB-CCCCC")])
        assert not path.exists()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8-sig").splitlines() == ["number,receipt", "1,AAAAA-BBBBB-CCCCC"]


def test_a_code_that_is_no_category_is_told_before_the_first_line(tmp_path: Path) -> None:
    mapping = MAPPING.replace("urban.lighting", "urban.lightning")
    with pytest.raises(BadMapping) as no:
        taken(write(tmp_path / "old.csv", [lamp()], mapping))
    assert "Did you mean “urban.lighting”?" in str(no.value)
    assert Case.objects.count() == 0


def test_a_category_of_another_door_takes_no_old_cases(tmp_path: Path) -> None:
    door = next(c.code for c in make.town().catalogue.by_id.values() if c.door_code)
    with pytest.raises(BadMapping, match="another door"):
        taken(write(tmp_path / "old.csv", [lamp()], MAPPING.replace("urban.lighting", door)))


def test_without_a_town_the_command_that_makes_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yimen.routing.town import the_town  # noqa: PLC0415 – the empty one, before make.town()

    monkeypatch.setattr(make, "town", the_town)
    with pytest.raises(Refused, match="yimen town found"):
        taken(write(tmp_path / "old.csv", [lamp()]))
