"""A town loads a pack: everything, or nothing at all; and again, without a change."""

import csv
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from yimen.journal.record import history
from yimen.journeys.packs import BadPack, Loaded, load_pack, pack_folder
from yimen.kernel.models import editions
from yimen.notifications.models import Template
from yimen.people.rules import Operator
from yimen.routing.models import Category, Procedure
from yimen.routing.queries import Catalogue, catalogue

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
TUESDAY = MONDAY.replace(day=3)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(pack_folder("cn"), tmp_path / "cn"))


def load(folder: Path, at: datetime = MONDAY) -> Loaded:
    return load_pack(folder, by=Operator(), at=at)


def offered() -> Catalogue:
    return catalogue(editions()["routing"])


def renewed(before: dict[str, int]) -> list[str]:
    """Which reference data every process will read anew."""
    return [name for name, number in editions().items() if number != before.get(name)]


def rewrite(path: Path, line: str, **cells: str) -> None:
    """Change cells of the line with this code, as an administrator would in a spreadsheet; no cells: strike it out."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kept = [(row | cells) if row["code"] == line else row for row in rows if row["code"] != line or cells]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(kept)


@pytest.mark.parametrize("name", ["cn", "generic"])
def test_a_town_has_what_its_pack_offers(name: str) -> None:
    loaded = load(pack_folder(name))
    there = offered()
    assert {c.code for c in there.by_id.values()} == {c.code for c in loaded.pack.offer.categories}
    assert sum(len(leaves) for _, leaves in there.branches()) == sum(c.is_leaf for c in loaded.pack.offer.categories)
    assert there.default_procedure.code == loaded.pack.manifest.default_procedure
    assert Template.objects.count() == len(loaded.pack.templates)
    assert f"added {loaded.pack.limits[0].code}" in loaded.lines()
    assert [e.code for e in history(f"pack:{name}")] == [
        "pack.limits_taken", "pack.catalogue_taken", "pack.templates_taken", "pack.ladder_taken",
    ]  # fmt: skip
    assert {e.by for e in history(f"pack:{name}")} == {"operator"}


def test_loading_it_again_changes_nothing(folder: Path) -> None:
    load(folder)
    before = editions()
    again = load(folder, TUESDAY)
    assert not again
    assert again.lines() == []
    assert editions() == before
    assert len(history("pack:cn")) == 4


def test_nothing_changes_when_one_cell_is_wrong(folder: Path) -> None:
    load(folder)
    before = editions()
    rewrite(folder / "limits.csv", "HOT_REPLY", length="7")
    rewrite(folder / "categories.csv", "urban.lighting", name_en="Lamps", town="nobody")
    with pytest.raises(BadPack) as refusal:
        load(folder, TUESDAY)
    assert "categories.csv:3:town: “nobody” is not known." in str(refusal.value)
    assert editions() == before
    assert offered().by_code["urban.lighting"].names["en"] == "Street lighting"
    assert len(history("pack:cn")) == 4
    assert not load(pack_folder("cn"), TUESDAY)  # the limit was not taken either


def test_only_what_changed_is_told_and_written_down(folder: Path) -> None:
    load(folder)
    before = editions()
    rewrite(folder / "categories.csv", "urban.lighting", name_en="Lamps in the street", town="energy")
    loaded = load(folder, TUESDAY)
    assert loaded.lines() == ["changed urban.lighting", "changed urban.lighting@town"]
    assert renewed(before) == ["routing"]
    last = history("pack:cn")[-1]
    assert (last.code, last.at) == ("pack.catalogue_taken", TUESDAY)
    assert last.facts == {"added": 0, "changed": 2, "retired": 0}
    lamp = offered().by_code["urban.lighting"]
    assert (lamp.names["en"], offered().remit_of(lamp, "town")) == ("Lamps in the street", "energy")


def test_a_changed_limit_makes_a_new_calendar_and_nothing_else(folder: Path) -> None:
    load(folder)
    before = editions()
    rewrite(folder / "limits.csv", "HOT_REPLY", length="7")
    assert load(folder, TUESDAY).lines() == ["changed HOT_REPLY"]
    assert renewed(before) == ["calendar"]


def test_a_category_that_is_gone_is_offered_no_more_but_kept(folder: Path) -> None:
    load(folder)
    number = offered().by_code["urban.dogs"].id
    rewrite(folder / "categories.csv", "urban.dogs")
    loaded = load(folder, TUESDAY)
    assert "retired urban.dogs" in loaded.lines()
    assert not load(folder, TUESDAY)
    assert offered().leaf("urban.dogs") is None
    assert offered().by_id[number].names["en"] == "Stray dogs"
    assert "urban.dogs" not in {leaf.code for _, leaves in offered().branches() for leaf in leaves}
    back = load(pack_folder("cn"), TUESDAY)
    assert "changed urban.dogs" in back.lines()
    assert offered().by_code["urban.dogs"].id == number


def test_another_pack_takes_the_place_of_the_first_one() -> None:
    load(pack_folder("generic"))
    loaded = load(pack_folder("cn"), TUESDAY)
    assert "retired streets.lighting" in loaded.lines()
    assert "retired streets" in loaded.lines()
    assert offered().default_procedure.code == "hotline"
    assert Procedure.objects.get(is_default=True).code == "hotline"
    assert set(Category.objects.filter(is_offered=True).values_list("code", flat=True)) == {
        c.code for c in loaded.pack.offer.categories
    }
    assert not load(pack_folder("cn"), TUESDAY)


def test_other_words_are_taken_for_the_letters_to_come(folder: Path) -> None:
    load(folder)
    letter = folder / "letters" / "en" / "case-closed.txt"
    letter.write_text(letter.read_text("utf-8").replace("Thank you", "Many thanks"), "utf-8")
    assert load(folder, TUESDAY).lines() == ["changed case-closed en"]
    assert "Many thanks" in Template.objects.get(code="case-closed", language="en").body
    assert history("pack:cn")[-1].code == "pack.templates_taken"


def test_a_pack_is_found_by_its_name_or_by_its_folder(folder: Path) -> None:
    assert pack_folder("cn") == Path(settings.PACKS) / "cn"
    assert pack_folder(str(folder)) == folder


def test_loading_it_again_costs_few_statements_and_writes_nothing(
    folder: Path, sql: Callable[..., AbstractContextManager[list[str]]]
) -> None:
    load(folder)
    with sql(at_most=32) as statements:
        load(folder, TUESDAY)
    assert not [s for s in statements if s.startswith("INSERT")]
