"""Reading ``map.pmtiles`` in YIMEN_HOME (PMTiles 3): pictures, or drawings that the browser sets in its own language.

The file may be exchanged while the town runs; each process notices by its time and size.
"""

import gzip
import logging
import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pmtiles.reader import Reader
from pmtiles.tile import Compression, Entry, TileType, deserialize_directory, find_tile, zxy_to_tileid

FILE = "map.pmtiles"
DEEPEST = 24  # zoom; nobody draws a town closer
_TYPES = {
    TileType.MVT: "application/vnd.mapbox-vector-tile",
    TileType.PNG: "image/png",
    TileType.JPEG: "image/jpeg",
    TileType.WEBP: "image/webp",
}
_DEPTH = 4  # of directories within directories, as the format has it
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OwnMap:
    """What a page needs to know of it."""

    stamp: str  # another one when the file is another one
    content_type: str
    first: int  # the widest and the closest zoom that it has
    last: int
    credit: str  # who made it, in plain text

    @property
    def is_drawn(self) -> bool:
        """Are its tiles drawings, which need a script to be seen?"""
        return self.content_type == _TYPES[TileType.MVT]


class _File:
    """One file as it is now, mapped into memory: nothing is read that nobody looks at."""

    def __init__(self, path: Path, stamp: str) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        reader = Reader(self._read)  # type: ignore[no-untyped-call]
        self._header = reader.header()  # type: ignore[no-untyped-call]
        told = reader.metadata()  # type: ignore[no-untyped-call]
        kind = _TYPES[self._header["tile_type"]]
        credit = str(told.get("attribution") or "") if isinstance(told, dict) else ""
        self.is_packed = self._header["tile_compression"] == Compression.GZIP
        self.map = OwnMap(stamp, kind, self._header["min_zoom"], self._header["max_zoom"], _plain(credit))
        self._directory = lru_cache(maxsize=8)(self._directory_at)  # unpacking one takes longer than finding in it

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """The tile, unpacked; none where the map is empty."""
        number = zxy_to_tileid(z, x, y)
        offset, length = self._header["root_offset"], self._header["root_length"]
        for _ in range(_DEPTH):
            found = find_tile(self._directory(offset, length), number)
            if found is None:
                return None
            if found.run_length:
                tile = self._read(self._header["tile_data_offset"] + found.offset, found.length)
                return gzip.decompress(tile) if self.is_packed else tile
            offset, length = self._header["leaf_directory_offset"] + found.offset, found.length
        return None

    def _directory_at(self, offset: int, length: int) -> list[Entry]:
        return list(deserialize_directory(self._read(offset, length)))

    def _read(self, offset: int, length: int) -> bytes:
        return self._bytes[offset : offset + length]


def own_map() -> OwnMap | None:
    """The town's map; none if there is no file, or one that cannot be read."""
    file = _now()
    return file.map if file else None


def tile_of(z: int, x: int, y: int) -> bytes | None:
    """One tile of it, unpacked."""
    file = _now()
    return file.tile(z, x, y) if file else None


def _now() -> _File | None:
    path = Path(settings.HOME) / FILE
    try:
        stat = path.stat()
    except OSError:
        return None
    return _opened(path, f"{stat.st_mtime_ns:x}-{stat.st_size:x}")


@lru_cache(maxsize=1)
def _opened(path: Path, stamp: str) -> _File | None:
    try:
        return _File(path, stamp)
    except Exception:  # noqa: BLE001 – whatever is wrong with it: a page without a map is better than none
        _log.exception("%s is no map that we can read (PMTiles 3 with png, jpeg, webp or vector tiles)", path)
        return None


def _plain(credit: str) -> str:
    """Without tags: it comes from a file, and is shown on our pages."""
    text, within = "", False
    for sign in credit:
        within = sign == "<" or (within and sign != ">")
        text += "" if within or sign == ">" else sign
    return text.strip()
