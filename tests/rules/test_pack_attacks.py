"""A pack that somebody made only to keep the machine busy."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from yimen.journeys.pack_files import BadPack, read_pack


@pytest.mark.parametrize("rest", ["x = " + "[" * 50_000, "x = " + "9" * 5_000])
def test_a_manifest_without_end_is_no_toml(tmp_path: Path, rest: str) -> None:
    folder = Path(shutil.copytree(Path(settings.PACKS) / "generic", tmp_path / "pack"))
    with (folder / "pack.toml").open("a") as manifest:
        manifest.write(f"\n{rest}\n")
    with pytest.raises(BadPack) as refusal:
        read_pack(folder)
    assert [(p.file, p.message) for p in refusal.value.problems] == [("pack.toml", "This is no TOML: %(error)s.")]
