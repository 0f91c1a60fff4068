"""A small map of the invented town in one file: pictures, or drawings, as PMTiles' own writer makes it."""

import gzip
from hashlib import sha256
from io import BytesIO
from math import asinh, pi, radians, tan
from pathlib import Path

from django.conf import settings
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from yimen.public.map.own import FILE

ZOOMS = (8, 13)
EAST, NORTH = 102.91, 34.98
CREDIT = "<a href='https://example.org'>Drawn for a test</a>"
#: A drawing with one layer "earth", a square as large as the tile (Mapbox Vector Tile 2, written by hand).
_SQUARE = bytes.fromhex("1a200a05656172746812121803220e0900001a804000008040ff3f000f2880207802")


def place(zoom: int, east: float = EAST, north: float = NORTH) -> tuple[int, int]:
    """Column and row of the tile with this point."""
    side = 1 << zoom
    return int((east + 180) / 360 * side), int((1 - asinh(tan(radians(north))) / pi) / 2 * side)


def picture(zoom: int) -> bytes:
    """A tile as a picture: another colour in each zoom."""
    written = BytesIO()
    Image.new("RGB", (256, 256), (200, 255 - zoom * 8, 180)).save(written, "PNG")
    return written.getvalue()


def drawing() -> bytes:
    """A tile as a drawing, packed as such files have it."""
    return gzip.compress(_SQUARE)


def town_map(*, is_drawn: bool = False) -> Path:
    """Puts it where the town looks for it: some tiles around its middle, in six zooms."""
    tiles = {}
    for zoom in range(ZOOMS[0], ZOOMS[1] + 1):
        x, y = place(zoom)
        for column, row in ((x + dx, y + dy) for dx in range(-2, 3) for dy in range(-2, 3)):
            tiles[zxy_to_tileid(zoom, column, row)] = drawing() if is_drawn else picture(zoom)
    return _written(tiles, TileType.MVT if is_drawn else TileType.PNG)


def whole_world(closest: int) -> Path:
    """Every tile of the world as far as this zoom; each says which one it is."""
    every = ((z, x, y) for z in range(closest + 1) for x in range(1 << z) for y in range(1 << z))
    return _written({zxy_to_tileid(z, x, y): _named(z, x, y) for z, x, y in every}, TileType.PNG)


def _named(z: int, x: int, y: int) -> bytes:
    # Of uneven length, or the directories would pack so well that one holds all.
    name = f"{z}-{x}-{y} ".encode()
    return name.ljust(12 + sha256(name).digest()[0], b".")


def _written(tiles: dict[int, bytes], kind: TileType) -> Path:
    path = Path(settings.HOME) / FILE
    with path.open("wb") as file:
        writer = Writer(file)  # type: ignore[no-untyped-call]
        for number in sorted(tiles):
            writer.write_tile(number, tiles[number])  # type: ignore[no-untyped-call]
        packing = Compression.GZIP if kind is TileType.MVT else Compression.NONE
        header = dict.fromkeys(f"{side}_{way}_e7" for side in ("min", "max", "center") for way in ("lon", "lat"))
        header |= {"tile_type": kind, "tile_compression": packing, "min_zoom": ZOOMS[0], "max_zoom": ZOOMS[1]}
        header = {name: 0 if value is None else value for name, value in header.items()} | {"center_zoom": 10}
        writer.finalize(header, {"attribution": CREDIT})  # type: ignore[no-untyped-call]
    return path
