"""Small files of older systems, for the tests of the table channel."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tests import make
from yimen.intake.channels.table.batches import Taker
from yimen.intake.channels.table.done import Done
from yimen.intake.channels.table.lines import Table
from yimen.intake.channels.table.mapping_file import read_mapping
from yimen.intake.channels.table.ready import require_ready
from yimen.intake.channels.table.rows import Rows
from yimen.intake.channels.table.text import look_at

MAPPING = """
source = "hotline"
time_zone = "Asia/Shanghai"
language = "zh-hans"
[columns]
number = "no"
opened = "opened"
closed = "closed"
words = ["what", "more"]
answer = "answer"
place_words = "where"
longitude = "east"
latitude = "north"
category = "type"
channel = "by"
[channels]
phone = "phone"
[categories]
lamp = "urban.lighting"
"""
HEADING = ("no", "opened", "closed", "what", "more", "answer", "where", "east", "north", "type", "by", "district")
EAST, NORTH = make.IN_AREA["KS01B"]
LAMP: dict[str, Any] = {
    "no": "1", "opened": "2019-05-31 23:30:00", "closed": "2019-06-04 08:00:00", "what": "路灯不亮", "more": "",
    "answer": "已修好", "where": "小学旁边", "east": EAST, "north": NORTH, "type": "lamp", "by": "phone",
    "district": "Area 2",
}  # fmt: skip


def lamp(**cells: object) -> dict[str, Any]:
    """A broken lamp of 2019, closed, in the second area; any cell can be changed."""
    return LAMP | cells


def write(path: Path, rows: Sequence[dict[str, Any]], mapping: str = MAPPING) -> Path:
    """A file of these rows, and its mapping beside it."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.DictWriter(stream, HEADING)
        lines.writeheader()
        lines.writerows(rows)
    path.with_suffix(".toml").write_text(mapping, encoding="utf-8")
    return path


def batches(
    path: Path, *, at: datetime = make.MONDAY, check: str = "", rehearse: bool = False, with_receipts: bool = False
) -> Iterator[Done]:
    """Take the file over as the command does."""
    mapping = read_mapping(path.with_suffix(".toml"))
    require_ready(mapping, make.town())
    table = Table(look_at(path, mapping.encoding), mapping, check)
    rows = Rows(mapping, table.heading, at, check)
    taker = Taker(make.OPERATOR, mapping, rows, at, rehearse=rehearse, with_receipts=with_receipts)
    return taker.take(table)


def taken(path: Path, **options: Any) -> Done:  # noqa: ANN401 – those of batches()
    """All batches in one, remarks and receipts included."""
    whole = Done()
    for batch in batches(path, **options):
        whole.add(batch)
        whole.remarks += batch.remarks
        whole.receipts += batch.receipts
    return whole
