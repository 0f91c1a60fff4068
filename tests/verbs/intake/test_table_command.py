"""``yimen import requests``, as an operator types it: bad files, a run that is killed, and the real file."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import OperationalError
from django.utils.translation import override

from tests import make
from tests.verbs.intake.old_files import lamp, taken, write
from yimen.cases.models import Case
from yimen.cases.verbs import take_over_cases
from yimen.console.importing.requests import import_requests
from yimen.journeys.founding import Founding, found_town
from yimen.journeys.packs import pack_folder
from yimen.places import geojson
from yimen.places.verbs import import_areas

BASE = Path(__file__).resolve().parents[3]
SF311 = BASE.parent / "shared" / "data" / "sf311"
ROWS = 4_000


def typed(file: Path, *options: str) -> Result:
    """What the command says to this file, in English."""
    with override("en"):
        return CliRunner().invoke(import_requests, [str(file), "--mapping", str(file.with_suffix(".toml")), *options])


@pytest.mark.django_db
def test_it_says_what_it_did(tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=1), lamp(no=2, opened="May"), lamp(no=3)])
    result = typed(file, "--check-area", "district", "--receipts", str(tmp_path / "receipts.csv"))
    assert result.exit_code == 0, result.output
    assert "2 of 2 agree" in result.output
    assert "old.csv.rejected.csv" in result.output.replace("\n", "")
    assert len((tmp_path / "receipts.csv").read_text().splitlines()) == 3
    assert Case.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n\n\n", "is empty"),
        (b"a,b\n1,2\n", "The file has no column"),
        (b"a;b\n1;2\n", 'delimiter = ";"'),
        (b"no,no,opened\n", "two columns"),
        (b'"no,opened', "no CSV"),
        (b"\xff\xff\xff\n\xff,\xfe\x00", "neither UTF-8 nor GB18030"),
        (bytes(range(256)) * 40, "Error"),
        (None, "can't be opened"),
    ],
)
def test_a_file_that_is_none_gets_a_sentence_and_leaves_nothing(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [])
    file.write_bytes(content) if content is not None else file.unlink()
    result = typed(file)
    assert result.exit_code == 1
    assert says in result.output
    assert isinstance(result.exception, SystemExit)  # no traceback
    assert Case.objects.count() == 0
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == ["old.csv"] * (content is not None)


@pytest.mark.django_db
def test_bad_lines_between_good_ones_cost_only_themselves(tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=n) for n in range(6)])
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[2], lines[4] = lines[2] + ",one too many", lines[4].replace("路灯不亮", '"路"灯')
    file.write_text("\n".join(lines) + "\n\n\n", encoding="utf-8")
    assert typed(file).exit_code == 0
    report = (tmp_path / "old.csv.rejected.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in report[1:]] == ["3", "5"]
    assert Case.objects.count() == 4


@pytest.mark.django_db
def test_a_mark_that_is_never_closed_costs_the_lines_it_swallows_and_says_which(tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=1), lamp(no=2, what="@")])
    file.write_text(file.read_text(encoding="utf-8").replace("@", '"never closed'), encoding="utf-8")
    result = typed(file)
    assert Case.objects.count() == 1
    assert "Lines 3 to " in (tmp_path / "old.csv.rejected.csv").read_text(encoding="utf-8-sig"), result.output


@pytest.mark.django_db
def test_gb18030_is_read_and_told(tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp()])
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    assert "GB18030" in typed(file).output
    assert Case.objects.get().words == "路灯不亮"


@pytest.mark.django_db
def test_everything_wrong_is_no_success(tmp_path: Path) -> None:
    make.town()
    assert typed(write(tmp_path / "old.csv", [lamp(no="")])).exit_code == 1


@pytest.mark.django_db
def test_an_area_that_differs_is_no_success(tmp_path: Path) -> None:
    make.town()
    result = typed(write(tmp_path / "old.csv", [lamp(district="Kajia")]), "--check-area", "district")
    assert result.exit_code == 1
    assert "0 of 1 agree" in result.output


@pytest.mark.django_db
def test_a_report_that_cannot_be_written_stops_it_before_the_first_row(tmp_path: Path) -> None:
    make.town()
    result = typed(write(tmp_path / "old.csv", [lamp()]), "--receipts", str(tmp_path / "no" / "such.csv"))
    assert (result.exit_code, Case.objects.count()) == (1, 0)
    assert "--receipts PATH" in result.output


@pytest.mark.django_db
def test_a_disk_that_is_full_is_told_and_the_second_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=n) for n in range(600)])
    batches = iter([None, OperationalError("database or disk is full")])

    def first_well_then_full(**words: Any) -> Any:  # noqa: ANN401 – the verb's own
        if fault := next(batches, None):
            raise fault
        return take_over_cases(**words)

    monkeypatch.setattr("yimen.intake.channels.table.batches.take_over_cases", first_well_then_full)
    result = typed(file)
    assert result.exit_code == 1
    assert "disk is full" in result.output
    assert Case.objects.count() == 500
    assert typed(file).exit_code == 0
    assert Case.objects.count() == 600


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_make_no_doubles(beside: dict[str, str], tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=n) for n in range(1_500)])
    words = [sys.executable, "-m", "yimen.console", "import", "requests", str(file)]
    words += ["--mapping", str(file.with_suffix(".toml"))]
    both = [subprocess.Popen(words, env=beside, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [(one.communicate()[0], one.returncode) for one in both]
    assert [code for _, code in said] == [0, 0], said
    assert Case.objects.count() == 1_500


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_it_goes_on_without_doubles(beside: dict[str, str], tmp_path: Path) -> None:
    make.town()
    file = write(tmp_path / "old.csv", [lamp(no=n) for n in range(ROWS)])
    words = [sys.executable, "-m", "yimen.console", "import", "requests", str(file)]
    words += ["--mapping", str(file.with_suffix(".toml"))]
    first = subprocess.Popen(words, env=beside, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 60
    while not Case.objects.exists() and time.monotonic() < deadline and first.poll() is None:
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    half = Case.objects.count()
    assert 0 < half < ROWS, "it was not killed in the middle"
    assert half % 500 == 0, "a batch was written by half"
    again = subprocess.run(words, env=beside, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stdout + again.stderr
    assert Case.objects.count() == ROWS
    assert Case.objects.values("receipt_hash").distinct().count() == ROWS


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(not SF311.is_dir(), reason="the requests of San Francisco are not beside this repository")
def test_every_real_request_lies_in_the_neighborhood_that_the_city_gives(tmp_path: Path) -> None:
    founding = Founding("SF", "San Francisco", "en", pack_folder("generic"))
    found_town(by=make.OPERATOR, founding=founding, at=make.MONDAY)
    features = geojson.read(SF311 / "neighborhoods.geojson", geojson.Properties("geoid", "nhood", "nhood"))
    plan = geojson.plan_for(features, geojson.Grouping("SF", "en", {"SF": "town"}), replace=False)
    import_areas(by=make.OPERATOR, plan=plan, at=make.MONDAY)
    file = tmp_path / "requests.csv"
    file.symlink_to(SF311 / "requests.csv")
    file.with_suffix(".toml").symlink_to(BASE / "examples" / "sf311" / "mapping.toml")
    done = taken(file, check="neighborhood")
    assert (done.read, done.taken, done.rejected, done.closed) == (4_984, 4_984, 0, 4_762)
    assert (done.agree, done.differ) == (4_984, [])
    assert not done.unknown
    assert taken(file).here == 4_984
